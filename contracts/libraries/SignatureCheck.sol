// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title SignatureCheck
/// @notice Signatures of plain accounts and of contract wallets, at a bounded cost
library SignatureCheck {
    /// @dev What a wallet may spend on its answer. Multi-signature wallets need some tens of thousands.
    uint256 internal constant WALLET_GAS = 200_000;

    /**
     * @notice Whether `signature` is `signer`'s over `digest`.
     *
     * Notes: a key's own signature counts even when its account has code (EIP-7702); else code is asked (ERC-1271).
     * The call to the wallet cannot change state, spends at most `WALLET_GAS`, and only one word of its answer is read,
     * so that a hostile wallet can harm nobody but itself.
     * Assumptions: the answer of a wallet may change later; ask once, and act on it.
     */
    function isValid(address signer, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        (address recovered, ECDSA.RecoverError failure, ) = ECDSA.tryRecoverCalldata(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && recovered == signer) return true;
        return signer.code.length > 0 && _walletConfirms(signer, digest, signature);
    }

    function _walletConfirms(address wallet, bytes32 digest, bytes calldata signature) private view returns (bool) {
        bytes memory query = abi.encodeCall(IERC1271.isValidSignature, (digest, signature));
        bool success;
        uint256 size;
        bytes32 answer;
        // A high-level call would copy the whole answer, whatever its size.
        assembly ("memory-safe") {
            success := staticcall(WALLET_GAS, wallet, add(query, 0x20), mload(query), 0x00, 0x20)
            size := returndatasize()
            answer := mload(0x00)
        }
        return success && size >= 32 && answer == bytes32(IERC1271.isValidSignature.selector);
    }
}
