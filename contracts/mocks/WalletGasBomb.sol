// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

import {Wallet} from "./Wallet.sol";

/// @title WalletGasBomb
/// @notice Burns all the gas that it is given
contract WalletGasBomb is Wallet, IERC1271 {
    constructor(address owner_) Wallet(owner_) {}

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32, bytes calldata) external pure override returns (bytes4) {
        assembly ("memory-safe") {
            invalid()
        }
    }
}
