// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title SettlementToken
/// @notice The money of an experiment, with 18 decimals, minted by its owner
contract SettlementToken is ERC20, ERC20Permit, Ownable {
    constructor(
        address owner_
    ) ERC20("Alliance Settlement Token", "AST") ERC20Permit("Alliance Settlement Token") Ownable(owner_) {}

    /// @notice Creates `amount` token units for `to`. Owner only.
    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }
}
