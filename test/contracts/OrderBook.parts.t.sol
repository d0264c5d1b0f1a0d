// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Trade} from "../support/Trade.sol";

/// @notice Orders that are matched in parts, and orders whose time is over.
contract OrderBookPartsTest is Trade {
    /* PARTS */

    function test_whatIsLeftOfANewOrderRests() external {
        _offer(ann, 5, 10);
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrderRested(2, 15);
        uint256 demand = _demand(ron, 20, 12);
        _assertRemaining(demand, 15);
        _assertQueue(Side.Retailer, 12, _ids(demand));
        _assertBest(Side.Supplier, false, 0);
        _assertLocked(ron, _moneyAndBondOf(5, 10) + _moneyAndBondOf(15, 12), "ron");
        _assertCommitments(ron, 2);
        _assertCommitments(ann, 1);
    }

    function test_whatIsLeftOfARestingOrderStays() external {
        uint256 offer = _offer(ann, 20, 10);
        _demand(ron, 5, 12);
        _assertRemaining(offer, 15);
        _assertQueue(Side.Supplier, 10, _ids(offer));
        _assertLocked(ann, _bondOf(20), "ann");
        _assertLocked(ron, _moneyAndBondOf(5, 10), "ron");
        _assertCommitments(ann, 2);
        _assertCommitments(ron, 1);
    }

    function test_aNewOrderStopsAtItsLimit() external {
        _offer(ann, 5, 10);
        uint256 beyond = _offer(bea, 5, 13);
        uint256 demand = _demand(ron, 10, 12);
        assertEq(deals.dealCount(), 1, "deals");
        _assertRemaining(beyond, 5);
        _assertRemaining(demand, 5);
    }

    /// @dev Several better prices: each saves its own difference.
    function test_everyBetterPriceIsRefunded() external {
        _offer(ann, 5, 3);
        _offer(bea, 10, 4);
        _demand(ron, 30, 20);
        _assertLocked(ron, _moneyAndBondOf(5, 3) + _moneyAndBondOf(10, 4) + _moneyAndBondOf(15, 20), "ron");
    }

    /* TIME */

    /// @dev A resting order is matched through its last second, and not one second longer.
    function test_expiryBoundaryInAMatch() external {
        for (uint256 offset = 0; offset < 3; ++offset) {
            vm.warp(START);
            uint256 offer = _placeUntil(ann, Side.Supplier, 5, 10, START + 100);
            vm.warp(START + 99 + offset);
            uint256 demand = _demand(ron, 5, 10);
            bool lives = offset < 2;
            assertEq(deals.dealCount(), lives ? offset + 1 : 2, "deals");
            _assertClosed(offer);
            _assertRemaining(demand, lives ? 0 : 5);
        }
        _assertLocked(ann, _bondOf(10), "ann: the expired bond is free");
    }

    function test_anExpiredHeadIsReleasedToItsOwnerAndSkipped() external {
        uint256 expired = _placeUntil(bea, Side.Supplier, 5, 10, START + 100);
        uint256 living = _offer(ann, 5, 10);
        vm.warp(START + 101);
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrderReleased(expired, 5, IOrderBook.Release.Expired);
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrdersMatched(1, living, 3, 5, 10);
        _demand(ron, 5, 10);
        _assertDeal(1, ann, ron, 5, 10);
        _assertClosed(expired);
        _assertLocked(bea, 0, "bea");
        _assertCommitments(bea, 0);
    }

    /// @dev An order that has expired behind a living one is left alone until the line reaches it.
    function test_expiredOrdersBehindLivingOnesWait() external {
        uint256 living = _offer(ann, 10, 10);
        uint256 expired = _placeUntil(bea, Side.Supplier, 5, 10, START + 100);
        vm.warp(START + 101);
        _demand(ron, 5, 10);
        _assertQueue(Side.Supplier, 10, _ids(living, expired));
        _assertLocked(bea, _bondOf(5), "bea");
    }

    /// @dev Members on notice keep the orders that they have.
    function test_ordersPlacedBeforeNoticeStillMatch() external {
        _offer(ann, 5, 10);
        vm.prank(ann);
        members.giveNotice();
        _demand(ron, 5, 10);
        _assertDeal(1, ann, ron, 5, 10);
    }
}
