// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {ILedger} from "../../contracts/interfaces/ILedger.sol";
import {IMembers} from "../../contracts/interfaces/IMembers.sol";
import {IOperated} from "../../contracts/interfaces/IOperated.sol";
import {BlocklistToken} from "../../contracts/mocks/BlocklistToken.sol";
import {BombToken} from "../../contracts/mocks/BombToken.sol";
import {FalseReturnToken} from "../../contracts/mocks/FalseReturnToken.sol";
import {RebasingToken} from "../../contracts/mocks/RebasingToken.sol";
import {ReentrantToken} from "../../contracts/mocks/ReentrantToken.sol";
import {SettlementToken} from "../../contracts/simulation/SettlementToken.sol";
import {Side} from "../../contracts/types/Side.sol";
import {World} from "../support/World.sol";

/// @notice The Ledger with tokens that do not behave: each is accepted with exact accounting, or refused by name.
contract LedgerTokensTest is World {
    address private constant ALICE = address(uint160(uint256(keccak256("alice"))));
    address private constant BOB = address(uint160(uint256(keccak256("bob"))));

    function setUp() public override {}

    /* FEES */

    function test_aFeeTakenFromTheReceiverIsRefused() external {
        _ledgerOf("FeeOnTransferToken");
        _mint(ALICE, 1_000);
        _expectRefusedDeposit(
            500,
            abi.encodeWithSelector(ILedger.Ledger_FeeOnTransferToken.selector, address(token), 500, 495)
        );
    }

    /// @dev Such a token would take its fee for every withdrawal out of what the Ledger owes to others.
    function test_aFeeTakenFromTheSenderIsRefused() external {
        _ledgerOf("SenderFeeToken");
        _mint(ALICE, 1_000);
        _expectRefusedDeposit(
            500,
            abi.encodeWithSelector(ILedger.Ledger_FeeOnTransferToken.selector, address(token), 505, 500)
        );
    }

    /// @dev Amounts too small for a fee pass, exactly.
    function test_feesOfZeroAreNoFees() external {
        _ledgerOf("FeeOnTransferToken");
        _mint(ALICE, 99);
        _deposit(ALICE, 99);
        _assertSolvent(_list(ALICE));
    }

    /* BALANCES THAT CHANGE BY THEMSELVES */

    function test_aTokenThatHasShrunkIsRefused() external {
        _ledgerOf("RebasingToken");
        _mint(ALICE, 1_000);
        _mint(BOB, 1_000);
        _deposit(BOB, 600);
        RebasingToken(address(token)).shrink(address(ledger), 1);
        _expectRefusedDeposit(
            500,
            abi.encodeWithSelector(ILedger.Ledger_RebasingToken.selector, address(token), 600, 599)
        );
    }

    /// @dev Even when the transfer takes away more than it brings.
    function test_aTokenThatShrinksDuringTheTransferIsRefused() external {
        _ledgerOf("RebasingToken");
        _mint(ALICE, 1_000);
        _mint(BOB, 1_000);
        _deposit(BOB, 600);
        RebasingToken(address(token)).shrinkOnTransfer(501);
        _expectRefusedDeposit(
            500,
            abi.encodeWithSelector(ILedger.Ledger_FeeOnTransferToken.selector, address(token), 500, 0)
        );
    }

    /// @dev What has grown is a donation.
    function test_aTokenThatHasGrownIsAccepted() external {
        _ledgerOf("RebasingToken");
        _mint(ALICE, 1_000);
        _deposit(ALICE, 600);
        _mint(address(ledger), 7);
        _deposit(ALICE, 400);
        assertEq(ledger.totalOwed(), 1_000, "owed");
        assertEq(token.balanceOf(address(ledger)), 1_007, "held");
    }

    /// @dev Nobody is shut in by a token that has shrunk: withdrawals go on while there is anything to take.
    function test_aTokenThatHasShrunkLetsOut() external {
        _ledgerOf("RebasingToken");
        _mint(ALICE, 1_000);
        _deposit(ALICE, 1_000);
        RebasingToken(address(token)).shrink(address(ledger), 400);
        vm.prank(ALICE);
        ledger.withdrawTo(ALICE, 600);
        assertEq(token.balanceOf(ALICE), 600, "tokens of alice");
        _assertBalance(ALICE, 400, 0, "alice");
    }

    /* ANSWERS */

    function test_aTokenThatAnswersNothingIsAccepted() external {
        _ledgerOf("NoReturnToken");
        _mint(ALICE, 1_000);
        // The token's approval returns nothing either, which a typed call would take for a failure.
        _call(ALICE, address(token), abi.encodeCall(token.approve, (address(ledger), 1_000)));
        vm.startPrank(ALICE);
        ledger.deposit(1_000);
        ledger.withdrawTo(BOB, 300);
        vm.stopPrank();
        _assertBalance(ALICE, 700, 0, "alice");
        assertEq(token.balanceOf(BOB), 300, "tokens of bob");
        _assertSolvent(_list(ALICE));
    }

    function test_aTokenThatSaysNoIsBelieved() external {
        _ledgerOf("FalseReturnToken");
        _mint(ALICE, 1_000);
        _deposit(ALICE, 400);
        bytes memory reason = abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(token));
        FalseReturnToken(address(token)).refuse(true);
        _expectRefusedDeposit(500, reason);
        vm.prank(ALICE);
        vm.expectRevert(reason);
        ledger.withdrawTo(ALICE, 400);
        _assertBalance(ALICE, 400, 0, "alice");
        _assertSolvent(_list(ALICE));
    }

    /* BLOCKED ACCOUNTS */

    /// @dev Who is blocked can still be paid inside, and takes its money out elsewhere.
    function test_aBlockedReceiverBlocksNobodyElse() external {
        _ledgerOf("BlocklistToken");
        _mint(ALICE, 1_000);
        _deposit(ALICE, 1_000);
        BlocklistToken(address(token)).setBlocked(BOB, true);
        ledger.moveAvailable(ALICE, BOB, 400);
        _assertBalance(BOB, 400, 0, "bob");
        vm.startPrank(BOB);
        vm.expectRevert(abi.encodeWithSelector(BlocklistToken.BlocklistToken_Blocked.selector, BOB));
        ledger.withdrawTo(BOB, 400);
        ledger.withdrawTo(STRANGER, 400);
        vm.stopPrank();
        vm.prank(ALICE);
        ledger.withdrawTo(ALICE, 600);
        assertEq(ledger.totalOwed(), 0, "owed");
        assertEq(token.balanceOf(STRANGER), 400, "tokens of bob's other account");
    }

    /* RE-ENTRY */

    function test_depositCannotBeReentered() external {
        _reenter(false, false);
        _reenter(false, true);
    }

    function test_withdrawalCannotBeReentered() external {
        _reenter(true, false);
        _reenter(true, true);
    }

    /// @dev Elsewhere in the alliance, re-entry does no more than the same call at another time.
    function test_joiningFromWithinATransferIsPlainJoining() external {
        for (uint256 i = 0; i < 4; ++i) {
            ReentrantToken hostile = _hostileMember(MEMBERSHIP_BOND + 50);
            hostile.arm(address(members), abi.encodeCall(IMembers.join, (Side.Retailer)), i % 2 == 0);
            if (i < 2) {
                _deposit(ALICE, 40);
            } else {
                vm.prank(ALICE);
                ledger.withdrawTo(ALICE, 60);
            }
            assertTrue(hostile.succeeded(), "joined");
            _assertBalance(ALICE, i < 2 ? 100 : 0, 0, "alice");
            _assertBalance(address(hostile), 50, MEMBERSHIP_BOND, "the token");
            _assertSolvent(_list(ALICE, address(hostile)));
        }
    }

    /* BOMBS */

    function test_aPermitWithAHugeReasonHarmsNobody() external {
        _ledgerOf("BombToken");
        _mint(ALICE, 1_000);
        vm.startPrank(ALICE);
        token.approve(address(ledger), 1_000);
        uint256 before = gasleft();
        ledger.depositWithPermit(1_000, 0, 27, 0, 0);
        uint256 spent = before - gasleft();
        vm.stopPrank();
        _assertBalance(ALICE, 1_000, 0, "alice");
        // Making a reason of 200,000 bytes costs the token some 94,000; copying it would cost the Ledger as much again.
        assertTrue(spent < 250_000, "the reason is not copied");
    }

    function test_aPermitThatBurnsItsGasLeavesEnoughToGoOn() external {
        _ledgerOf("BombToken");
        _mint(ALICE, 1_000);
        BombToken(address(token)).burnGas(true);
        vm.startPrank(ALICE);
        token.approve(address(ledger), 1_000);
        ledger.depositWithPermit{gas: 15_000_000}(1_000, 0, 27, 0, 0);
        vm.stopPrank();
        _assertBalance(ALICE, 1_000, 0, "alice");
    }

    /* HELPERS */

    function _ledgerOf(string memory name) private {
        token = SettlementToken(_create(string.concat("contracts/mocks/", name, ".sol:", name), ""));
        ledger = ILedger(_create("contracts/Ledger.sol:Ledger", abi.encode(token)));
        members = IMembers(
            _create("contracts/Members.sol:Members", abi.encode(ledger, MEMBERSHIP_BOND, NOTICE_PERIOD))
        );
        IOperated(address(ledger)).sealOperators(_list(address(this), address(members)));
    }

    function _mint(address to, uint256 amount) private {
        token.mint(to, amount);
    }

    function _deposit(address account, uint256 amount) private {
        vm.startPrank(account);
        token.approve(address(ledger), amount);
        ledger.deposit(amount);
        vm.stopPrank();
    }

    /// @dev A refused deposit leaves every balance as it was.
    function _expectRefusedDeposit(uint256 amount, bytes memory reason) private {
        uint256 owed = ledger.totalOwed();
        uint256 held = token.balanceOf(address(ledger));
        uint256 kept = token.balanceOf(ALICE);
        uint256 credit = _available(ALICE);
        vm.startPrank(ALICE);
        token.approve(address(ledger), type(uint256).max);
        vm.expectRevert(reason);
        ledger.deposit(amount);
        vm.stopPrank();
        assertEq(ledger.totalOwed(), owed, "owed");
        assertEq(token.balanceOf(address(ledger)), held, "held");
        assertEq(token.balanceOf(ALICE), kept, "tokens of alice");
        assertEq(_available(ALICE), credit, "credit of alice");
    }

    /// @dev The token has a balance of its own; from within Alice's transfer it tries every way in or out, and fails.
    function _reenter(bool withdrawing, bool afterwards) private {
        bytes[3] memory calls = [
            abi.encodeCall(ILedger.deposit, (1)),
            abi.encodeCall(ILedger.depositWithPermit, (1, 0, 0, 0, 0)),
            abi.encodeCall(ILedger.withdrawTo, (BOB, 1))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            ReentrantToken hostile = _hostileMember(50);
            hostile.arm(address(ledger), calls[i], afterwards);
            if (withdrawing) {
                vm.prank(ALICE);
                ledger.withdrawTo(ALICE, 60);
            } else {
                _deposit(ALICE, 40);
            }
            assertEq(hostile.calls(), 1, "the token has tried");
            assertTrue(!hostile.succeeded(), "and failed");
            assertEq(
                keccak256(hostile.answer()),
                keccak256(abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)),
                "because it was re-entering"
            );
            _assertBalance(ALICE, withdrawing ? 0 : 100, 0, "alice");
            _assertBalance(address(hostile), 50, 0, "the token");
            _assertSolvent(_list(ALICE, address(hostile)));
        }
    }

    /// @dev A token with a credit of its own, and Alice with a credit of 60 and 40 tokens.
    function _hostileMember(uint256 credit) private returns (ReentrantToken hostile) {
        _ledgerOf("ReentrantToken");
        hostile = ReentrantToken(address(token));
        _mint(address(hostile), credit + 50);
        _mint(ALICE, 100);
        hostile.act(address(hostile), abi.encodeCall(token.approve, (address(ledger), credit + 50)));
        hostile.act(address(ledger), abi.encodeCall(ILedger.deposit, (credit)));
        _deposit(ALICE, 60);
    }

    function _call(address caller, address target, bytes memory data) private {
        vm.prank(caller);
        (bool success, ) = target.call(data);
        assertTrue(success, "call");
    }
}
