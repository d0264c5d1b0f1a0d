// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

import {Wallet} from "./Wallet.sol";

/// @title WalletOwned
/// @notice Confirms what its owner's key has signed
contract WalletOwned is Wallet, IERC1271 {
    constructor(address owner_) Wallet(owner_) {}

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32 hash, bytes calldata signature) external view override returns (bytes4) {
        (address recovered, , ) = ECDSA.tryRecoverCalldata(hash, signature);
        return recovered == _OWNER ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}
