// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";

/// @title Wallet
/// @notice A contract account that does what its owner says; its kinds differ in how they confirm signatures
abstract contract Wallet {
    address internal immutable _OWNER;

    /// @notice Thrown when anyone but the owner wants the wallet to act.
    error Wallet_NotOwner(address caller);

    constructor(address owner_) {
        _OWNER = owner_;
    }

    /// @notice Calls `target` with `data`. Owner only.
    function execute(address target, bytes calldata data) external returns (bytes memory result) {
        require(msg.sender == _OWNER, Wallet_NotOwner(msg.sender));
        return Address.functionCall(target, data);
    }
}
