// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

import {Wallet} from "./Wallet.sol";

/// @title WalletFickle
/// @notice Confirms everything until it changes its mind, and nothing after
contract WalletFickle is Wallet, IERC1271 {
    bool private _hasChangedItsMind;

    constructor(address owner_) Wallet(owner_) {}

    /// @notice From now on, no signature is valid.
    function changeMind() external {
        _hasChangedItsMind = true;
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32, bytes calldata) external view override returns (bytes4) {
        return _hasChangedItsMind ? bytes4(0) : IERC1271.isValidSignature.selector;
    }
}
