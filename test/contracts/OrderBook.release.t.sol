// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ILedger} from "../../contracts/interfaces/ILedger.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Trade} from "../support/Trade.sol";

/// @notice Orders that leave the book unmatched: taken back by their owners, or removed by anyone once expired.
contract OrderBookReleaseTest is Trade {
    /* CANCELLING */

    function test_onlyOpenOrdersAreCancelled() external {
        vm.startPrank(ann);
        vm.expectRevert(abi.encodeWithSelector(IOrderBook.OrderBook_NotOpen.selector, 0));
        orderBook.cancel(0);
        vm.expectRevert(abi.encodeWithSelector(IOrderBook.OrderBook_NotOpen.selector, 1));
        orderBook.cancel(1);
        vm.stopPrank();
        uint256 orderId = _offer(ann, 5, 10);
        vm.startPrank(ann);
        orderBook.cancel(orderId);
        vm.expectRevert(abi.encodeWithSelector(IOrderBook.OrderBook_NotOpen.selector, orderId));
        orderBook.cancel(orderId);
        vm.stopPrank();
    }

    /// @dev Ids wider than the book's own do not wrap around to somebody's order.
    function test_hugeIdsAreNoOrders() external {
        uint256 orderId = _offer(ann, 5, 10);
        vm.prank(ann);
        vm.expectRevert(abi.encodeWithSelector(IOrderBook.OrderBook_NotOpen.selector, 2 ** 64 + orderId));
        orderBook.cancel(2 ** 64 + orderId);
    }

    function test_onlyTheOwnerCancels() external {
        uint256 orderId = _offer(ann, 5, 10);
        vm.prank(bea);
        vm.expectRevert(abi.encodeWithSelector(IOrderBook.OrderBook_NotOwner.selector, orderId, bea, ann));
        orderBook.cancel(orderId);
    }

    function test_cancellingReturnsWhatWasLocked() external {
        uint256 offer = _offer(ann, 10, 30);
        uint256 demand = _demand(ron, 10, 20);
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrderReleased(offer, 10, IOrderBook.Release.Cancelled);
        vm.expectEmit(address(ledger));
        emit ILedger.Unlocked(address(orderBook), ann, _bondOf(10));
        vm.prank(ann);
        orderBook.cancel(offer);
        _assertLocked(ann, 0, "ann");
        _assertCommitments(ann, 0);
        _assertClosed(offer);
        _assertBest(Side.Supplier, false, 0);

        vm.expectEmit(address(ledger));
        emit ILedger.Unlocked(address(orderBook), ron, _moneyAndBondOf(10, 20));
        vm.prank(ron);
        orderBook.cancel(demand);
        _assertLocked(ron, 0, "ron");
        _assertCommitments(ron, 0);
        _assertClosed(demand);
        _assertBest(Side.Retailer, false, 0);
    }

    function test_cancellingAPartlyMatchedOrderReturnsTheRest() external {
        uint256 demand = _demand(ron, 15, 20);
        _offer(ann, 5, 20);
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrderReleased(demand, 10, IOrderBook.Release.Cancelled);
        vm.prank(ron);
        orderBook.cancel(demand);
        _assertLocked(ron, _moneyAndBondOf(5, 20), "ron");
        _assertCommitments(ron, 1);
    }

    function test_cancellingFromTheMiddleKeepsTheLine() external {
        uint256 first = _offer(ann, 5, 10);
        uint256 second = _offer(bea, 5, 10);
        uint256 third = _offer(ann, 5, 10);
        vm.prank(bea);
        orderBook.cancel(second);
        _assertQueue(Side.Supplier, 10, _ids(first, third));
        uint256 fourth = _offer(bea, 5, 10);
        _assertQueue(Side.Supplier, 10, _ids(first, third, fourth));
        vm.prank(ann);
        orderBook.cancel(first);
        _assertQueue(Side.Supplier, 10, _ids(third, fourth));
        vm.prank(bea);
        orderBook.cancel(fourth);
        _assertQueue(Side.Supplier, 10, _ids(third));
        _assertBest(Side.Supplier, true, 10);
    }

    /// @dev Notice and expiry take nobody's right to take an order back.
    function test_ordersCanBeCancelledOnNoticeAndAfterExpiry() external {
        uint256 orderId = _offer(ann, 5, 10);
        vm.prank(ann);
        members.giveNotice();
        vm.warp(START + 30 days);
        vm.prank(ann);
        orderBook.cancel(orderId);
        _assertLocked(ann, 0, "ann");
    }

    /* EXPIRING */

    function test_onlyOpenOrdersExpire() external {
        vm.expectRevert(abi.encodeWithSelector(IOrderBook.OrderBook_NotOpen.selector, 1));
        orderBook.expire(1);
    }

    function test_anOrderLivesThroughItsLastSecond() external {
        uint256 expiry = START + 1 days;
        uint256 orderId = _offer(ann, 5, 10);
        for (uint256 time = expiry - 1; time <= expiry; ++time) {
            vm.warp(time);
            vm.expectRevert(abi.encodeWithSelector(IOrderBook.OrderBook_NotExpired.selector, orderId, expiry, time));
            orderBook.expire(orderId);
        }
        vm.warp(expiry + 1);
        vm.prank(STRANGER);
        orderBook.expire(orderId);
    }

    function test_anyoneRemovesAnExpiredOrderForItsOwner() external {
        uint256 orderId = _demand(ron, 10, 30);
        vm.warp(START + 1 days + 1);
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrderReleased(orderId, 10, IOrderBook.Release.Expired);
        vm.expectEmit(address(ledger));
        emit ILedger.Unlocked(address(orderBook), ron, _moneyAndBondOf(10, 30));
        vm.prank(STRANGER);
        orderBook.expire(orderId);
        _assertLocked(ron, 0, "ron");
        _assertBalance(STRANGER, 0, 0, "stranger");
        _assertCommitments(ron, 0);
        _assertClosed(orderId);
    }
}
