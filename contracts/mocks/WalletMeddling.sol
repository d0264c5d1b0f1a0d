// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

import {Wallet} from "./Wallet.sol";

/// @title WalletMeddling
/// @notice Would confirm a signature, but changes state while it is asked
contract WalletMeddling is Wallet {
    uint256 private _questions;

    constructor(address owner_) Wallet(owner_) {}

    /// @notice Counts the question and confirms.
    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        ++_questions;
        return IERC1271.isValidSignature.selector;
    }
}
