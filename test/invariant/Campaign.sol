// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {IMembers} from "../../contracts/interfaces/IMembers.sol";
import {Terms} from "../../contracts/types/Terms.sol";
import {World} from "../support/World.sol";
import {AllianceHandler} from "./AllianceHandler.sol";
import {Meddler} from "./Meddler.sol";

/// @notice An alliance of six accounts, some of which are members, with two product classes, and a handler to move it.
abstract contract Campaign is World {
    AllianceHandler internal handler;
    Meddler internal meddler;

    function setUp() public override {
        super.setUp();
        Terms memory terms = _terms();
        // The other corners of the rules: the whole bond is the penalty, and one side bears the whole cost.
        (terms.penalty, terms.theta, terms.lot, terms.tickSize) = (terms.bond, 1e18, 1, 13);
        deals.listClass(terms);
        Alliance memory alliance = Alliance(token, ledger, members, costPool, goodwill, deals, orderBook);
        bytes memory argument = abi.encode(alliance);
        handler = AllianceHandler(_create("test/invariant/AllianceHandler.sol:AllianceHandler", argument));
        meddler = Meddler(_create("test/invariant/Meddler.sol:Meddler", argument));
        token.transferOwnership(address(handler));
        for (uint256 i = 0; i < 12; ++i) handler.deposit(i);
        for (uint256 i = 0; i < 4; ++i) handler.join(i);
        // Campaigns are short; they start amid orders and deals.
        for (uint256 i = 0; i < 8; ++i) {
            handler.offer(i);
            handler.demand(i);
            handler.sign(i);
        }
    }

    /// @dev The runner calls these, and nothing else.
    function targetContracts() external view returns (address[] memory) {
        return _list(address(handler), address(meddler));
    }

    /// @dev Lets all time pass, then makes only calls that anybody may make, and lets members leave and withdraw.
    function _drain() internal {
        vm.warp(vm.getBlockTimestamp() + 60 days);
        vm.startPrank(STRANGER);
        uint256 orders = orderBook.orderCount();
        for (uint256 id = 1; id <= orders; ++id) {
            if (orderBook.orderOf(id).remaining > 0) orderBook.expire(id);
        }
        uint256 count = deals.dealCount();
        for (uint256 id = 1; id <= count; ++id) {
            if (deals.dealOf(id).status < IDeals.Status.Settled) deals.enforce(id);
        }
        vm.stopPrank();
        for (uint256 i = 0; i < handler.ACTORS(); ++i) _leave(handler.actor(i));
        _withdrawAll(TREASURY);
    }

    function _leave(address account) private {
        IMembers.Member memory member = members.memberOf(account);
        if (member.joined) {
            vm.startPrank(account);
            if (member.noticeEnd == 0) members.giveNotice();
            vm.warp(vm.getBlockTimestamp() + NOTICE_PERIOD);
            members.resign();
            vm.stopPrank();
        }
        _withdrawAll(account);
    }

    function _withdrawAll(address account) private {
        uint256 amount = _available(account);
        if (amount == 0) return;
        vm.prank(account);
        ledger.withdrawTo(account, amount);
    }

    function _assertDrained() internal view {
        assertEq(ledger.totalOwed(), 0, "nothing is owed any more");
        assertEq(token.balanceOf(address(ledger)), handler.donated(), "nothing is left but donations");
    }
}
