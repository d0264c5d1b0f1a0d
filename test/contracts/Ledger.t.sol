// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ILedger} from "../../contracts/interfaces/ILedger.sol";
import {IOperated} from "../../contracts/interfaces/IOperated.sol";
import {World} from "../support/World.sol";

/// @notice The Ledger with a plain token: what comes in is owed, what is owed can leave, and moves inside lose nothing.
contract LedgerTest is World {
    uint256 private constant CAP = 2 ** 128 - 1;
    address private constant ALICE = address(uint160(uint256(keccak256("alice"))));
    address private constant BOB = address(uint160(uint256(keccak256("bob"))));

    /// @dev A Ledger of which the test is the operator.
    function setUp() public override {
        super.setUp();
        ledger = ILedger(_create("contracts/Ledger.sol:Ledger", abi.encode(token)));
        IOperated(address(ledger)).sealOperators(_list(address(this)));
    }

    /* DEPOSIT */

    function test_depositOfNothingIsRefused() external {
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_ZeroAmount.selector));
        ledger.deposit(0);
    }

    function test_depositWithoutApprovalIsRefused() external {
        token.mint(ALICE, 10);
        vm.prank(ALICE);
        vm.expectRevert(
            abi.encodeWithSignature("ERC20InsufficientAllowance(address,uint256,uint256)", address(ledger), 0, 10)
        );
        ledger.deposit(10);
        assertEq(ledger.totalOwed(), 0, "nothing is owed");
    }

    function test_depositAboveTheCapIsRefused() external {
        _fund(ALICE, CAP);
        token.mint(BOB, 1);
        vm.startPrank(BOB);
        token.approve(address(ledger), 1);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_TooManyTokens.selector, CAP + 1, CAP));
        ledger.deposit(1);
        vm.stopPrank();
    }

    /// @dev At the cap every move still fits, and everything can leave.
    function test_theCapItselfIsAccepted() external {
        _fund(ALICE, CAP);
        _assertBalance(ALICE, CAP, 0, "alice");
        ledger.lock(ALICE, CAP);
        _assertBalance(ALICE, 0, CAP, "alice");
        ledger.moveLocked(ALICE, BOB, CAP);
        ledger.moveAvailable(BOB, ALICE, CAP);
        ledger.lock(ALICE, CAP - 1);
        ledger.unlock(ALICE, CAP - 1);
        vm.prank(ALICE);
        ledger.withdrawTo(ALICE, CAP);
        assertEq(ledger.totalOwed(), 0, "nothing is owed");
        assertEq(token.balanceOf(ALICE), CAP, "tokens of alice");
    }

    function test_depositCreditsTheCaller() external {
        token.mint(ALICE, 30);
        vm.startPrank(ALICE);
        token.approve(address(ledger), 25);
        vm.expectEmit(address(ledger));
        emit ILedger.Deposited(ALICE, 25);
        ledger.deposit(25);
        vm.stopPrank();
        _assertBalance(ALICE, 25, 0, "alice");
        assertEq(token.balanceOf(ALICE), 5, "tokens kept by alice");
        _assertSolvent(_list(ALICE));
    }

    /* WITHDRAWAL */

    function test_withdrawalOfNothingIsRefused() external {
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_ZeroAmount.selector));
        ledger.withdrawTo(BOB, 0);
    }

    function test_withdrawalToNowhereIsRefused() external {
        _fund(ALICE, 10);
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_InvalidReceiver.selector, address(0)));
        ledger.withdrawTo(address(0), 10);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_InvalidReceiver.selector, address(ledger)));
        ledger.withdrawTo(address(ledger), 10);
        vm.stopPrank();
    }

    function test_onlyTheAvailablePartCanLeave() external {
        _fund(ALICE, 10);
        ledger.lock(ALICE, 4);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_InsufficientAvailable.selector, ALICE, 6, 7));
        ledger.withdrawTo(ALICE, 7);
    }

    function test_amountsBeyond128BitsAreRefusedAndNotTruncated() external {
        _fund(ALICE, 10);
        uint256 huge = 2 ** 128 + 1;
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_InsufficientAvailable.selector, ALICE, 10, huge));
        ledger.withdrawTo(ALICE, huge);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_InsufficientAvailable.selector, ALICE, 10, huge));
        ledger.lock(ALICE, huge);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_InsufficientLocked.selector, ALICE, 0, huge));
        ledger.unlock(ALICE, huge);
    }

    function test_withdrawalSendsTokensAnywhere() external {
        _fund(ALICE, 10);
        vm.expectEmit(address(ledger));
        emit ILedger.Withdrawn(ALICE, BOB, 7);
        vm.prank(ALICE);
        ledger.withdrawTo(BOB, 7);
        _assertBalance(ALICE, 3, 0, "alice");
        _assertBalance(BOB, 0, 0, "bob");
        assertEq(token.balanceOf(BOB), 7, "tokens of bob");
        _assertSolvent(_list(ALICE));
    }

    /* MOVES INSIDE */

    function test_movesNeedTheBalanceTheyMove() external {
        _fund(ALICE, 10);
        ledger.lock(ALICE, 4);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_InsufficientAvailable.selector, ALICE, 6, 7));
        ledger.lock(ALICE, 7);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_InsufficientLocked.selector, ALICE, 4, 5));
        ledger.unlock(ALICE, 5);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_InsufficientAvailable.selector, ALICE, 6, 7));
        ledger.moveAvailable(ALICE, BOB, 7);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_InsufficientLocked.selector, ALICE, 4, 5));
        ledger.moveLocked(ALICE, BOB, 5);
        _assertBalance(ALICE, 6, 4, "alice");
    }

    function test_movesInside() external {
        _fund(ALICE, 100);
        vm.expectEmit(address(ledger));
        emit ILedger.Locked(address(this), ALICE, 60);
        ledger.lock(ALICE, 60);
        _assertBalance(ALICE, 40, 60, "alice");

        vm.expectEmit(address(ledger));
        emit ILedger.Unlocked(address(this), ALICE, 10);
        ledger.unlock(ALICE, 10);
        _assertBalance(ALICE, 50, 50, "alice");

        vm.expectEmit(address(ledger));
        emit ILedger.Moved(address(this), ALICE, BOB, 20, false);
        ledger.moveAvailable(ALICE, BOB, 20);
        _assertBalance(ALICE, 30, 50, "alice");
        _assertBalance(BOB, 20, 0, "bob");

        vm.expectEmit(address(ledger));
        emit ILedger.Moved(address(this), ALICE, BOB, 30, true);
        ledger.moveLocked(ALICE, BOB, 30);
        _assertBalance(ALICE, 30, 20, "alice");
        _assertBalance(BOB, 50, 0, "bob");
        _assertSolvent(_list(ALICE, BOB));
    }

    function test_movesToOneselfAddNothing() external {
        _fund(ALICE, 10);
        ledger.lock(ALICE, 4);
        ledger.moveAvailable(ALICE, ALICE, 6);
        _assertBalance(ALICE, 6, 4, "alice");
        ledger.moveLocked(ALICE, ALICE, 4);
        _assertBalance(ALICE, 10, 0, "alice");
        _assertSolvent(_list(ALICE));
    }

    /* DONATIONS */

    /// @dev Tokens that were simply sent here belong to nobody: they are owed to none, and block none.
    function test_donationsBelongToNobody() external {
        token.mint(address(ledger), 5);
        _fund(ALICE, 10);
        assertEq(ledger.totalOwed(), 10, "owed");
        assertEq(token.balanceOf(address(ledger)), 15, "held");
        vm.prank(ALICE);
        ledger.withdrawTo(ALICE, 10);
        assertEq(ledger.totalOwed(), 0, "owed");
        assertEq(token.balanceOf(address(ledger)), 5, "the donation stays");
    }

    function test_knowsItsToken() external view {
        assertEq(address(ledger.token()), address(token), "token");
    }
}
