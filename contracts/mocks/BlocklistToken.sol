// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title BlocklistToken
/// @notice Its issuer can block accounts from sending and receiving
contract BlocklistToken is ERC20 {
    mapping(address account => bool blocked) private _blocked;

    error BlocklistToken_Blocked(address account);

    constructor() ERC20("Blocklist", "BLK") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setBlocked(address account, bool blocked) external {
        _blocked[account] = blocked;
    }

    function _update(address from, address to, uint256 amount) internal override {
        require(!_blocked[from], BlocklistToken_Blocked(from));
        require(!_blocked[to], BlocklistToken_Blocked(to));
        super._update(from, to, amount);
    }
}
