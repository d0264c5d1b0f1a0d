// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {ILedger} from "../../contracts/interfaces/ILedger.sol";
import {IMembers} from "../../contracts/interfaces/IMembers.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Trade} from "../support/Trade.sol";

/// @notice Who may place what, and what it locks.
contract OrderBookTest is Trade {
    /* WHO MAY PLACE */

    function test_strangersPlaceNothing() external {
        vm.prank(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_NotMember.selector, STRANGER));
        orderBook.place(Side.Supplier, classId, _deliverBy(), 5, 10, uint32(START));
    }

    function test_nobodyPlacesOnTheWrongSide() external {
        vm.prank(ann);
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_WrongSide.selector, ann, Side.Supplier, Side.Retailer));
        orderBook.place(Side.Retailer, classId, _deliverBy(), 5, 10, uint32(START));
    }

    function test_onNoticeNothingIsPlaced() external {
        vm.startPrank(ann);
        members.giveNotice();
        vm.expectRevert(abi.encodeWithSelector(IMembers.Members_OnNotice.selector, ann, START + NOTICE_PERIOD));
        orderBook.place(Side.Supplier, classId, _deliverBy(), 5, 10, uint32(START));
        vm.stopPrank();
    }

    /* WHAT MAY BE PLACED */

    function test_classesMustBeListed() external {
        _expectRefusal(abi.encodeWithSelector(IDeals.Deals_UnknownClass.selector, 0));
        orderBook.place(Side.Supplier, 0, _deliverBy(), 5, 10, uint32(START));
        _expectRefusal(abi.encodeWithSelector(IDeals.Deals_UnknownClass.selector, 2));
        orderBook.place(Side.Supplier, 2, _deliverBy(), 5, 10, uint32(START));
    }

    function test_quantitiesArePositiveMultiplesOfTheLot() external {
        uint40[4] memory wrong = [uint40(0), 1, 4, 6];
        for (uint256 i = 0; i < wrong.length; ++i) {
            _expectRefusal(abi.encodeWithSelector(IOrderBook.OrderBook_InvalidQuantity.selector, wrong[i], 5));
            orderBook.place(Side.Supplier, classId, _deliverBy(), wrong[i], 10, uint32(START));
        }
    }

    function test_pricesArePositive() external {
        _expectRefusal(abi.encodeWithSelector(IOrderBook.OrderBook_ZeroPrice.selector));
        orderBook.place(Side.Supplier, classId, _deliverBy(), 5, 0, uint32(START));
    }

    function test_deliveryDeadlinesAreOnTheGrid() external {
        for (uint32 i = 0; i < 2; ++i) {
            uint32 deliverBy = _deliverBy() - 1 + 2 * i;
            _expectRefusal(abi.encodeWithSelector(IOrderBook.OrderBook_OffGrid.selector, deliverBy, 1 days));
            orderBook.place(Side.Supplier, classId, deliverBy, 5, 10, uint32(START));
        }
    }

    /// @dev An order lives up to and including its expiry: one that expires now can still be placed.
    function test_expiryIsNotInThePast() external {
        _expectRefusal(abi.encodeWithSelector(IOrderBook.OrderBook_Expired.selector, START - 1, START));
        orderBook.place(Side.Supplier, classId, _deliverBy(), 5, 10, uint32(START - 1));
        _placeUntil(ann, Side.Supplier, 5, 10, START);
    }

    /// @dev Whenever an order is matched, the time to sign ends no later than the time to deliver.
    function test_expiryLeavesTimeToSign() external {
        uint256 latest = START + 7 days - 1 hours;
        _expectRefusal(abi.encodeWithSelector(IOrderBook.OrderBook_ExpiresTooLate.selector, latest + 1, latest));
        orderBook.place(Side.Supplier, classId, _deliverBy(), 5, 10, uint32(latest + 1));
        _placeUntil(ann, Side.Supplier, 5, 10, latest);
        vm.warp(latest);
        _placeUntil(ron, Side.Retailer, 5, 10, latest);
        assertEq(deals.dealOf(1).signBy, _deliverBy(), "signed by the deadline of the delivery");
    }

    function test_deliveryDeadlineZeroLeavesNoTime() external {
        _expectRefusal(abi.encodeWithSelector(IOrderBook.OrderBook_ExpiresTooLate.selector, START, 0));
        orderBook.place(Side.Supplier, classId, 0, 5, 10, uint32(START));
    }

    /* WHAT IT COSTS */

    function test_offersNeedTheBond() external {
        address poor = _member(9, Side.Supplier, _bondOf(5) - 1);
        vm.prank(poor);
        vm.expectRevert(
            abi.encodeWithSelector(ILedger.Ledger_InsufficientAvailable.selector, poor, _bondOf(5) - 1, _bondOf(5))
        );
        orderBook.place(Side.Supplier, classId, _deliverBy(), 5, 10, uint32(START));
    }

    function test_demandsNeedBondAndMoney() external {
        uint256 needed = _moneyAndBondOf(5, 10);
        address poor = _member(9, Side.Retailer, needed - 1);
        vm.prank(poor);
        vm.expectRevert(
            abi.encodeWithSelector(ILedger.Ledger_InsufficientAvailable.selector, poor, needed - 1, needed)
        );
        orderBook.place(Side.Retailer, classId, _deliverBy(), 5, 10, uint32(START));
    }

    function test_anOfferRests() external {
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrderPlaced(1, ann, Side.Supplier, classId, _deliverBy(), 10, 30, START + 1 days);
        vm.expectEmit(address(ledger));
        emit ILedger.Locked(address(orderBook), ann, _bondOf(10));
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrderRested(1, 10);
        assertEq(_offer(ann, 10, 30), 1, "first order");
        _assertOrder(1, ann, 10, 30, Side.Supplier);
        _assertLocked(ann, _bondOf(10), "ann");
        _assertCommitments(ann, 1);
        _assertBest(Side.Supplier, true, 30);
        _assertBest(Side.Retailer, false, 0);
        _assertQueue(Side.Supplier, 30, _ids(1));
        assertEq(orderBook.orderCount(), 1, "orders placed");
    }

    function test_aDemandRests() external {
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrderPlaced(1, ron, Side.Retailer, classId, _deliverBy(), 10, 30, START + 1 days);
        vm.expectEmit(address(ledger));
        emit ILedger.Locked(address(orderBook), ron, _moneyAndBondOf(10, 30));
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrderRested(1, 10);
        assertEq(_demand(ron, 10, 30), 1, "first order");
        _assertOrder(1, ron, 10, 30, Side.Retailer);
        _assertLocked(ron, _moneyAndBondOf(10, 30), "ron");
        _assertCommitments(ron, 1);
        _assertBest(Side.Retailer, true, 30);
        _assertQueue(Side.Retailer, 30, _ids(1));
    }

    /// @dev The largest order there can be overflows nothing.
    function test_extremesFit() external {
        uint40 quantity = type(uint40).max; // a multiple of 5
        _fund(ron, 1e30);
        vm.prank(ron);
        orderBook.place(Side.Retailer, classId, _deliverBy(), quantity, type(uint16).max, uint32(START));
        _fund(ann, 1e30);
        vm.prank(ann);
        orderBook.place(Side.Supplier, classId, _deliverBy(), quantity, type(uint16).max, uint32(START));
        _assertDeal(1, ann, ron, quantity, type(uint16).max);
        assertEq(deals.priceOf(1), uint256(quantity) * 7 * 65_535, "price");
        assertEq(_locked(ron), MEMBERSHIP_BOND + _moneyAndBondOf(quantity, 65_535), "locked for ron");
    }

    /* HELPERS */

    function _expectRefusal(bytes memory reason) private {
        vm.prank(ann);
        vm.expectRevert(reason);
    }

    function _assertOrder(uint256 orderId, address owner, uint256 remaining, uint256 tick, Side side) private view {
        IOrderBook.Order memory order = orderBook.orderOf(orderId);
        assertEq(order.owner, owner, "owner");
        assertEq(order.remaining, remaining, "remaining");
        assertEq(order.tick, tick, "tick");
        assertTrue(order.side == side, "side");
        assertEq(order.expiry, START + 1 days, "expiry");
        assertEq(order.classId, classId, "class");
        assertEq(order.deliverBy, _deliverBy(), "delivery deadline");
        assertEq(order.previous, 0, "previous");
        assertEq(order.next, 0, "next");
    }
}
