// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title SenderFeeToken
/// @notice Takes a hundredth of every transfer from the sender, on top of what the receiver gets
contract SenderFeeToken is ERC20 {
    constructor() ERC20("Sender fee", "SFEE") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from != address(0) && to != address(0)) _burn(from, amount / 100);
    }
}
