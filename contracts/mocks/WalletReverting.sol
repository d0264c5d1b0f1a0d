// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

import {Wallet} from "./Wallet.sol";

/// @title WalletReverting
/// @notice Reverts with the very answer that would confirm a signature
contract WalletReverting is Wallet, IERC1271 {
    constructor(address owner_) Wallet(owner_) {}

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32, bytes calldata) external pure override returns (bytes4) {
        bytes32 answer = bytes32(IERC1271.isValidSignature.selector);
        assembly ("memory-safe") {
            mstore(0x00, answer)
            revert(0x00, 0x20)
        }
    }
}
