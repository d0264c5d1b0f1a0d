// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {ILedger} from "./interfaces/ILedger.sol";
import {Operated} from "./Operated.sol";

/// @title Ledger
/// @notice The one contract that holds tokens
contract Ledger is ILedger, Operated, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    IERC20 private immutable _TOKEN;
    mapping(address owner => Account balance) private _accounts;
    uint256 private _totalOwed;

    constructor(IERC20 token_) {
        _TOKEN = token_;
    }

    /* EXITS AND ENTRIES */

    /// @inheritdoc ILedger
    function deposit(uint256 amount) external override nonReentrant {
        _deposit(amount);
    }

    /// @inheritdoc ILedger
    function depositWithPermit(
        uint256 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external override nonReentrant {
        // A permit that somebody else has already submitted fails here, but has left the allowance that we need.
        try IERC20Permit(address(_TOKEN)).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
        _deposit(amount);
    }

    /// @inheritdoc ILedger
    function withdrawTo(address to, uint256 amount) external override nonReentrant {
        // Check
        require(amount > 0, Ledger_ZeroAmount());
        require(to != address(0) && to != address(this), Ledger_InvalidReceiver(to));

        // Effect
        _takeAvailable(msg.sender, amount);
        _totalOwed -= amount;

        // Log
        emit Withdrawn(msg.sender, to, amount);

        // Interaction
        _TOKEN.safeTransfer(to, amount);
    }

    /* INTERNAL BALANCES */

    /// @inheritdoc ILedger
    function lock(address account, uint256 amount) external override onlyOperator {
        _takeAvailable(account, amount);
        _accounts[account].locked += uint128(amount); // safe: `amount` was part of a uint128
        emit Locked(msg.sender, account, amount);
    }

    /// @inheritdoc ILedger
    function unlock(address account, uint256 amount) external override onlyOperator {
        _takeLocked(account, amount);
        _accounts[account].available += uint128(amount); // safe: `amount` was part of a uint128
        emit Unlocked(msg.sender, account, amount);
    }

    /// @inheritdoc ILedger
    function moveAvailable(address from, address to, uint256 amount) external override onlyOperator {
        _takeAvailable(from, amount);
        _accounts[to].available += uint128(amount); // safe: `amount` was part of a uint128
        emit Moved(msg.sender, from, to, amount, false);
    }

    /// @inheritdoc ILedger
    function moveLocked(address from, address to, uint256 amount) external override onlyOperator {
        _takeLocked(from, amount);
        _accounts[to].available += uint128(amount); // safe: `amount` was part of a uint128
        emit Moved(msg.sender, from, to, amount, true);
    }

    /* VIEWS */

    /// @inheritdoc ILedger
    function token() external view override returns (IERC20) {
        return _TOKEN;
    }

    /// @inheritdoc ILedger
    function accountOf(address account) external view override returns (Account memory) {
        return _accounts[account];
    }

    /// @inheritdoc ILedger
    function totalOwed() external view override returns (uint256) {
        return _totalOwed;
    }

    /* INTERNALS */

    function _deposit(uint256 amount) private {
        // Check
        require(amount > 0, Ledger_ZeroAmount());
        uint256 owed = _totalOwed;
        uint256 total = owed + amount;
        // The cap on the sum keeps every single balance, and every sum of two of them, within uint128.
        require(total <= type(uint128).max, Ledger_TooManyTokens(total, type(uint128).max));
        uint256 held = _TOKEN.balanceOf(address(this));
        require(held >= owed, Ledger_RebasingToken(address(_TOKEN), owed, held));
        uint256 purse = _TOKEN.balanceOf(msg.sender);

        // Interaction: before the effect, since the credit is what really came in; the guard keeps re-entry out
        _TOKEN.safeTransferFrom(msg.sender, address(this), amount);
        // A fee on top of what the receiver gets would be taken out of other accounts' tokens at every withdrawal.
        uint256 sent = Math.saturatingSub(purse, _TOKEN.balanceOf(msg.sender));
        uint256 received = Math.saturatingSub(_TOKEN.balanceOf(address(this)), held);
        require(sent == amount && received == amount, Ledger_FeeOnTransferToken(address(_TOKEN), sent, received));

        // Effect
        _totalOwed = total;
        _accounts[msg.sender].available += uint128(amount); // safe: `total` fits

        // Log
        emit Deposited(msg.sender, amount);
    }

    function _takeAvailable(address account, uint256 amount) private {
        uint128 available = _accounts[account].available;
        require(available >= amount, Ledger_InsufficientAvailable(account, available, amount));
        _accounts[account].available = available - uint128(amount); // safe: amount <= available
    }

    function _takeLocked(address account, uint256 amount) private {
        uint128 locked = _accounts[account].locked;
        require(locked >= amount, Ledger_InsufficientLocked(account, locked, amount));
        _accounts[account].locked = locked - uint128(amount); // safe: amount <= locked
    }
}
