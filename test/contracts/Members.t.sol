// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ILedger} from "../../contracts/interfaces/ILedger.sol";
import {IMembers} from "../../contracts/interfaces/IMembers.sol";
import {Side} from "../../contracts/types/Side.sol";
import {World} from "../support/World.sol";

/// @notice Joining with a bond, giving notice, and leaving with the bond when nothing is open any more.
contract MembersTest is World {
    address private _supplier;
    address private _retailer;

    function setUp() public override {
        super.setUp();
        _supplier = _member(1, Side.Supplier, 100_000);
        _retailer = _member(2, Side.Retailer, 100_000);
    }

    /* JOINING */

    function test_joinNeedsTheBond() external {
        _fund(STRANGER, MEMBERSHIP_BOND - 1);
        vm.prank(STRANGER);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILedger.Ledger_InsufficientAvailable.selector,
                STRANGER,
                MEMBERSHIP_BOND - 1,
                MEMBERSHIP_BOND
            )
        );
        members.join(Side.Supplier);
        assertTrue(!members.memberOf(STRANGER).joined, "no member");
    }

    function test_joinTwiceIsRefusedInEitherRole() external {
        vm.startPrank(_supplier);
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_AlreadyMember.selector, _supplier));
        members.join(Side.Supplier);
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_AlreadyMember.selector, _supplier));
        members.join(Side.Retailer);
        vm.stopPrank();
    }

    function test_joinLocksTheBond() external {
        _fund(STRANGER, MEMBERSHIP_BOND + 9);
        vm.expectEmit(address(members));
        emit IMembers.MemberJoined(STRANGER, Side.Retailer, MEMBERSHIP_BOND);
        vm.expectEmit(address(ledger));
        emit ILedger.Locked(address(members), STRANGER, MEMBERSHIP_BOND);
        vm.prank(STRANGER);
        members.join(Side.Retailer);
        _assertMember(STRANGER, true, Side.Retailer, 0, 0);
        _assertBalance(STRANGER, 9, MEMBERSHIP_BOND, "member");
        members.requireActive(STRANGER, Side.Retailer);
    }

    function test_knowsItsRules() external view {
        assertEq(members.membershipBond(), MEMBERSHIP_BOND, "bond");
        assertEq(members.noticePeriod(), NOTICE_PERIOD, "notice period");
    }

    /* GIVING NOTICE */

    function test_onlyMembersGiveNotice() external {
        vm.prank(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_NotMember.selector, STRANGER));
        members.giveNotice();
    }

    function test_noticeIsGivenOnce() external {
        vm.startPrank(_supplier);
        members.giveNotice();
        vm.warp(START + 1);
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_OnNotice.selector, _supplier, START + NOTICE_PERIOD));
        members.giveNotice();
        vm.stopPrank();
        _assertMember(_supplier, true, Side.Supplier, START + NOTICE_PERIOD, 0);
    }

    function test_noticeStartsThePeriod() external {
        vm.expectEmit(address(members));
        emit IMembers.NoticeGiven(_supplier, START + NOTICE_PERIOD);
        vm.prank(_supplier);
        members.giveNotice();
        _assertMember(_supplier, true, Side.Supplier, START + NOTICE_PERIOD, 0);
        _assertBalance(_supplier, 100_000, MEMBERSHIP_BOND, "supplier");
    }

    /* BEING ACTIVE */

    function test_strangersAreNotActive() external {
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_NotMember.selector, STRANGER));
        members.requireActive(STRANGER, Side.Supplier);
    }

    function test_nobodyIsActiveInTheOtherRole() external {
        vm.expectRevert(
            abi.encodeWithSelector(IMembers.Members_WrongSide.selector, _supplier, Side.Supplier, Side.Retailer)
        );
        members.requireActive(_supplier, Side.Retailer);
        vm.expectRevert(
            abi.encodeWithSelector(IMembers.Members_WrongSide.selector, _retailer, Side.Retailer, Side.Supplier)
        );
        members.requireActive(_retailer, Side.Supplier);
    }

    function test_onNoticeNobodyIsActive() external {
        vm.prank(_retailer);
        members.giveNotice();
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_OnNotice.selector, _retailer, START + NOTICE_PERIOD));
        members.requireActive(_retailer, Side.Retailer);
    }

    /* LEAVING */

    function test_onlyMembersResign() external {
        vm.prank(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_NotMember.selector, STRANGER));
        members.resign();
    }

    function test_resigningNeedsNotice() external {
        vm.prank(_supplier);
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_NoNotice.selector, _supplier));
        members.resign();
    }

    function test_resigningWaitsForTheLastSecondOfTheNotice() external {
        vm.startPrank(_supplier);
        members.giveNotice();
        uint256 noticeEnd = START + NOTICE_PERIOD;
        vm.warp(noticeEnd - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IMembers.Members_NoticeRunning.selector, _supplier, noticeEnd, noticeEnd - 1)
        );
        members.resign();
        vm.warp(noticeEnd);
        members.resign();
        vm.stopPrank();
    }

    function test_openOrdersKeepAMember() external {
        uint256 orderId = _place(_supplier, Side.Supplier, 5, 10);
        _afterNotice(_supplier);
        vm.startPrank(_supplier);
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_Committed.selector, _supplier, 1));
        members.resign();
        orderBook.cancel(orderId);
        members.resign();
        vm.stopPrank();
    }

    function test_liveDealsKeepBothSides() external {
        _place(_supplier, Side.Supplier, 5, 10);
        _place(_retailer, Side.Retailer, 5, 10);
        _afterNotice(_supplier);
        _afterNotice(_retailer);
        vm.prank(_supplier);
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_Committed.selector, _supplier, 1));
        members.resign();
        vm.prank(_retailer);
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_Committed.selector, _retailer, 1));
        members.resign();
        deals.enforce(1);
        vm.prank(_supplier);
        members.resign();
        vm.prank(_retailer);
        members.resign();
        _assertBalance(_supplier, 100_000 + MEMBERSHIP_BOND, 0, "supplier");
        _assertBalance(_retailer, 100_000 + MEMBERSHIP_BOND, 0, "retailer");
    }

    function test_resigningReturnsTheBond() external {
        _afterNotice(_supplier);
        vm.expectEmit(address(members));
        emit IMembers.MemberLeft(_supplier, MEMBERSHIP_BOND);
        vm.expectEmit(address(ledger));
        emit ILedger.Unlocked(address(members), _supplier, MEMBERSHIP_BOND);
        vm.prank(_supplier);
        members.resign();
        _assertMember(_supplier, false, Side.Supplier, 0, 0);
        _assertBalance(_supplier, 100_000 + MEMBERSHIP_BOND, 0, "former member");
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_NotMember.selector, _supplier));
        members.requireActive(_supplier, Side.Supplier);
    }

    function test_whoHasLeftMayJoinInTheOtherRole() external {
        _afterNotice(_supplier);
        vm.startPrank(_supplier);
        members.resign();
        members.join(Side.Retailer);
        vm.stopPrank();
        _assertMember(_supplier, true, Side.Retailer, 0, 0);
        _assertBalance(_supplier, 100_000, MEMBERSHIP_BOND, "member");
    }

    /* COMMITMENTS */

    /// @dev An open order counts once, however many parts of it have matched; each live deal counts once for each side.
    function test_commitmentsAreOpenOrdersAndLiveDeals() external {
        _place(_supplier, Side.Supplier, 15, 10);
        _assertMember(_supplier, true, Side.Supplier, 0, 1);
        _place(_retailer, Side.Retailer, 5, 10);
        _assertMember(_supplier, true, Side.Supplier, 0, 2);
        _assertMember(_retailer, true, Side.Retailer, 0, 1);
        _place(_retailer, Side.Retailer, 15, 10);
        _assertMember(_supplier, true, Side.Supplier, 0, 2);
        _assertMember(_retailer, true, Side.Retailer, 0, 3);
    }

    function _afterNotice(address account) private {
        vm.prank(account);
        members.giveNotice();
        vm.warp(members.memberOf(account).noticeEnd);
    }

    function _assertMember(
        address account,
        bool joined,
        Side side,
        uint256 noticeEnd,
        uint256 commitments
    ) private view {
        IMembers.Member memory member = members.memberOf(account);
        assertTrue(member.joined == joined, "joined");
        assertTrue(member.side == side, "side");
        assertEq(member.noticeEnd, noticeEnd, "end of the notice");
        assertEq(member.commitments, commitments, "commitments");
    }
}
