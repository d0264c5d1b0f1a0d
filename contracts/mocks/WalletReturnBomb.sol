// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

import {Wallet} from "./Wallet.sol";

/// @title WalletReturnBomb
/// @notice Answers with a chosen word and a quarter of a megabyte after it
contract WalletReturnBomb is Wallet, IERC1271 {
    /// @dev About as much as a wallet can answer with before the gas for its own memory runs out.
    uint256 private constant _SIZE = 250_000;
    bytes32 private immutable _FIRST_WORD;

    constructor(address owner_, bytes32 firstWord) Wallet(owner_) {
        _FIRST_WORD = firstWord;
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32, bytes calldata) external view override returns (bytes4) {
        (bytes32 firstWord, uint256 size) = (_FIRST_WORD, _SIZE);
        assembly {
            mstore(0x00, firstWord)
            return(0x00, size)
        }
    }
}
