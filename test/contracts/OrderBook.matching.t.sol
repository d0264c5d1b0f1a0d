// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Trade} from "../support/Trade.sol";

/// @notice Who meets whom: the better price first, then the earlier order, at the price of the order that rests.
contract OrderBookMatchingTest is Trade {
    /* NO MATCH */

    function test_pricesThatDoNotCrossDoNotMatch() external {
        _offer(ann, 5, 11);
        _demand(ron, 5, 10);
        assertEq(deals.dealCount(), 0, "deals");
        _assertBest(Side.Supplier, true, 11);
        _assertBest(Side.Retailer, true, 10);
    }

    function test_otherDeliveryDeadlinesAreOtherBooks() external {
        _offer(ann, 5, 10);
        vm.prank(ron);
        orderBook.place(Side.Retailer, classId, _deliverBy() + 1 days, 5, 10, uint32(START + 1 days));
        assertEq(deals.dealCount(), 0, "deals");
    }

    function test_otherClassesAreOtherBooks() external {
        uint32 other = uint32(deals.listClass(_terms()));
        _offer(ann, 5, 10);
        vm.prank(ron);
        orderBook.place(Side.Retailer, other, _deliverBy(), 5, 10, uint32(START + 1 days));
        assertEq(deals.dealCount(), 0, "deals");
    }

    /// @dev An account has one role; nobody changes it while an order is open.
    function test_nobodyMeetsItself() external {
        uint256 orderId = _offer(ann, 5, 10);
        vm.startPrank(ann);
        members.giveNotice();
        vm.warp(START + NOTICE_PERIOD);
        orderBook.cancel(orderId);
        members.resign();
        members.join(Side.Retailer);
        orderBook.place(Side.Retailer, classId, uint32(START + 30 days), 5, 10, uint32(START + 8 days));
        vm.stopPrank();
        assertEq(deals.dealCount(), 0, "deals");
    }

    /* ONE MATCH */

    function test_aDemandMeetsAnOfferAtTheOffersPrice() external {
        uint256 offer = _offer(ann, 5, 10);
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrdersMatched(1, offer, offer + 1, 5, 10);
        uint256 demand = _demand(ron, 5, 15);
        _assertDeal(1, ann, ron, 5, 10);
        _assertClosed(offer);
        _assertClosed(demand);
        _assertLocked(ann, _bondOf(5), "ann");
        _assertLocked(ron, _moneyAndBondOf(5, 10), "ron: what the better price saves is free again");
        _assertCommitments(ann, 1);
        _assertCommitments(ron, 1);
        _assertBest(Side.Supplier, false, 0);
        _assertBest(Side.Retailer, false, 0);
    }

    function test_anOfferMeetsADemandAtTheDemandsPrice() external {
        uint256 demand = _demand(ron, 5, 15);
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrdersMatched(1, demand, demand + 1, 5, 15);
        uint256 offer = _offer(ann, 5, 10);
        _assertDeal(1, ann, ron, 5, 15);
        _assertClosed(offer);
        _assertClosed(demand);
        _assertLocked(ann, _bondOf(5), "ann");
        _assertLocked(ron, _moneyAndBondOf(5, 15), "ron");
        _assertCommitments(ann, 1);
        _assertCommitments(ron, 1);
    }

    function test_equalPricesMatch() external {
        _offer(ann, 5, 10);
        _demand(ron, 5, 10);
        _assertDeal(1, ann, ron, 5, 10);
    }

    /* PRIORITY */

    function test_theLowestOfferComesFirst() external {
        _offer(ann, 5, 12);
        _offer(bea, 5, 10);
        _offer(ann, 5, 11);
        _demand(ron, 15, 12);
        _assertDeal(1, bea, ron, 5, 10);
        _assertDeal(2, ann, ron, 5, 11);
        _assertDeal(3, ann, ron, 5, 12);
    }

    function test_theHighestDemandComesFirst() external {
        _demand(ron, 5, 10);
        _demand(rob, 5, 12);
        _demand(ron, 5, 11);
        _offer(ann, 15, 10);
        _assertDeal(1, ann, rob, 5, 12);
        _assertDeal(2, ann, ron, 5, 11);
        _assertDeal(3, ann, ron, 5, 10);
    }

    function test_atOnePriceTheEarlierComesFirst() external {
        _offer(ann, 5, 10);
        _offer(bea, 10, 10);
        _offer(ann, 15, 10);
        _demand(ron, 20, 10);
        _assertDeal(1, ann, ron, 5, 10);
        _assertDeal(2, bea, ron, 10, 10);
        _assertDeal(3, ann, ron, 5, 10);
        _assertRemaining(3, 10);
    }

    /// @dev A part that was matched does not cost the rest its place in the line.
    function test_aPartlyMatchedOrderKeepsItsPlace() external {
        uint256 first = _demand(ron, 15, 10);
        uint256 second = _demand(rob, 5, 10);
        _offer(ann, 5, 10);
        _assertQueue(Side.Retailer, 10, _ids(first, second));
        _offer(ann, 15, 10);
        _assertDeal(1, ann, ron, 5, 10);
        _assertDeal(2, ann, ron, 10, 10);
        _assertDeal(3, ann, rob, 5, 10);
    }
}
