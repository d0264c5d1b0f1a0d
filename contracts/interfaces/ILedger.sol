// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @notice The one contract that holds tokens. An account's balance is its `available` part, which its owner may
/// withdraw at any time, and its `locked` part, which backs its membership, orders and deals. The other contracts of
/// the alliance lock, unlock and move balances; none of that calls the token, so no receiver can block a payout.
///
/// The token must be a plain ERC-20. Warning: a token that takes a fee on transfer is refused at deposit; a token
/// whose balances shrink by themselves is refused from the first deposit after the shrinking. Tokens sent to this
/// contract other than by a deposit belong to nobody and stay here.
interface ILedger {
    /// @notice An account's balance, in token units.
    /// @param available Can be withdrawn, locked, or charged by the cost pool.
    /// @param locked Backs membership, orders and deals.
    struct Account {
        // slot 0
        uint128 available;
        uint128 locked;
    }

    /// @notice Emitted when tokens came in.
    event Deposited(address indexed account, uint256 amount);
    /// @notice Emitted when tokens went out.
    event Withdrawn(address indexed account, address indexed to, uint256 amount);
    /// @notice Emitted when an operator locked a part of an available balance.
    event Locked(address indexed operator, address indexed account, uint256 amount);
    /// @notice Emitted when an operator returned a part of a locked balance.
    event Unlocked(address indexed operator, address indexed account, uint256 amount);
    /// @notice Emitted when an operator moved a balance to another account's available balance.
    /// @param fromLocked Whether the amount was taken from the payer's locked balance, else from its available one.
    event Moved(address indexed operator, address indexed from, address indexed to, uint256 amount, bool fromLocked);

    /// @notice Thrown when an amount is zero.
    error Ledger_ZeroAmount();
    /// @notice Thrown when tokens would be sent to the zero address or to the Ledger itself.
    error Ledger_InvalidReceiver(address to);
    /// @notice Thrown when all balances together would exceed what the Ledger can count.
    error Ledger_TooManyTokens(uint256 total, uint256 max);
    /// @notice Thrown when an available balance is too small.
    error Ledger_InsufficientAvailable(address account, uint256 available, uint256 needed);
    /// @notice Thrown when a locked balance is too small.
    error Ledger_InsufficientLocked(address account, uint256 locked, uint256 needed);
    /// @notice Thrown when a deposit took from the payer, or brought, another amount than asked for: the token takes a
    /// fee.
    /// @param sent What the payer lost, in token units.
    /// @param received What the Ledger gained, in token units.
    error Ledger_FeeOnTransferToken(address token, uint256 sent, uint256 received);
    /// @notice Thrown when the Ledger holds less than it owes: the token's balances change by themselves.
    error Ledger_RebasingToken(address token, uint256 owed, uint256 held);

    /// @notice Brings in tokens that the caller has approved, as its available balance.
    /// @dev Reverts if the amount is zero, if the transfer fails, if the token takes a fee or rebases, or if the total
    /// would exceed 2^128 - 1.
    /// @param amount In token units.
    function deposit(uint256 amount) external;

    /// @notice Approves by signature (ERC-2612) and deposits in one transaction. When the permit was already used by
    /// somebody else, the deposit goes on with the allowance that it left.
    /// @dev Reverts like `deposit`.
    /// @param amount In token units.
    /// @param deadline Unix time in seconds until which the permit is valid.
    /// @param v Last byte of the permit's signature.
    /// @param r First word of the permit's signature.
    /// @param s Second word of the permit's signature.
    function depositWithPermit(uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;

    /// @notice Sends a part of the caller's available balance to `to`. Nobody can pause or restrict it.
    /// @dev Reverts if the amount is zero or exceeds the available balance, if the receiver is the zero address or the
    /// Ledger, or if the token's transfer fails.
    /// @param to Receiver of the tokens.
    /// @param amount In token units.
    function withdrawTo(address to, uint256 amount) external;

    /// @notice Moves `amount` from an account's available to its locked balance. Operators only.
    /// @dev Reverts if the caller is no operator or the available balance is too small.
    function lock(address account, uint256 amount) external;

    /// @notice Moves `amount` from an account's locked to its available balance. Operators only.
    /// @dev Reverts if the caller is no operator or the locked balance is too small.
    function unlock(address account, uint256 amount) external;

    /// @notice Moves `amount` from the available balance of `from` to that of `to`. Operators only.
    /// @dev Reverts if the caller is no operator or the available balance is too small.
    function moveAvailable(address from, address to, uint256 amount) external;

    /// @notice Moves `amount` from the locked balance of `from` to the available balance of `to`. Operators only.
    /// @dev Reverts if the caller is no operator or the locked balance is too small.
    function moveLocked(address from, address to, uint256 amount) external;

    /// @notice The settlement token.
    function token() external view returns (IERC20);

    /// @notice The balance of `account`, in token units.
    function accountOf(address account) external view returns (Account memory);

    /// @notice The sum of all balances, in token units. The Ledger's token balance never falls below it.
    function totalOwed() external view returns (uint256);
}
