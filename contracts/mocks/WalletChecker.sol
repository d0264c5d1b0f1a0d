// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignatureCheck} from "../libraries/SignatureCheck.sol";

/// @title WalletChecker: the check of signatures alone, with nothing in memory that could stand in for an answer
contract WalletChecker {
    /// @notice Whether `signature` is `signer`'s over `digest`.
    function isValid(address signer, bytes32 digest, bytes calldata signature) external view returns (bool) {
        return SignatureCheck.isValid(signer, digest, signature);
    }
}
