// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title RebasingToken
/// @notice Balances shrink by themselves, at any time or in the middle of a transfer
contract RebasingToken is ERC20 {
    uint256 private _lossPerTransfer;

    constructor() ERC20("Rebasing", "REB") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Takes `amount` away from `holder`.
    function shrink(address holder, uint256 amount) external {
        _burn(holder, amount);
    }

    /// @notice From now on each transfer costs its receiver `amount`, whatever the transfer brings.
    function shrinkOnTransfer(uint256 amount) external {
        _lossPerTransfer = amount;
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from != address(0) && to != address(0)) _burn(to, _lossPerTransfer);
    }
}
