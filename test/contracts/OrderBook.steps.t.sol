// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Trade} from "../support/Trade.sol";

/// @notice One placement touches at most 32 resting orders, and never leaves a crossed book behind.
contract OrderBookStepsTest is Trade {
    uint256 private constant MAX_STEPS = 32;

    function test_knowsItsLimit() external view {
        assertEq(orderBook.maxSteps(), MAX_STEPS, "steps");
    }

    /// @dev Exactly as many as allowed: the rest crosses nothing and may rest.
    function test_theLastStepIsTaken() external {
        _offers(MAX_STEPS, 5, START + 1 days);
        uint256 demand = _demand(ron, 5 * MAX_STEPS + 5, 100);
        assertEq(deals.dealCount(), MAX_STEPS, "deals");
        _assertRemaining(demand, 5);
        _assertBest(Side.Supplier, false, 0);
        _assertBest(Side.Retailer, true, 100);
    }

    /// @dev One more than allowed: the rest of the demand would cross it, and is given back.
    function test_whatWouldCrossAfterTheLastStepIsReleased() external {
        _offers(MAX_STEPS + 1, 5, START + 1 days);
        vm.expectEmit(address(orderBook));
        emit IOrderBook.OrderReleased(MAX_STEPS + 2, 10, IOrderBook.Release.StepLimit);
        uint256 demand = _demand(ron, 5 * MAX_STEPS + 10, 100);
        assertEq(deals.dealCount(), MAX_STEPS, "deals");
        _assertClosed(demand);
        _assertRemaining(MAX_STEPS + 1, 5);
        _assertBest(Side.Retailer, false, 0);
        _assertLocked(ron, _moneyAndBondOf(5 * MAX_STEPS, 10), "ron: the rest and all savings are free");
        _assertCommitments(ron, MAX_STEPS);
    }

    function test_theSameForAnOffer() external {
        for (uint256 i = 0; i <= MAX_STEPS; ++i) _demand(ron, 5, 10);
        uint256 offer = _offer(ann, 5 * MAX_STEPS + 10, 3);
        assertEq(deals.dealCount(), MAX_STEPS, "deals");
        _assertClosed(offer);
        _assertRemaining(MAX_STEPS + 1, 5);
        _assertLocked(ann, _bondOf(5 * MAX_STEPS), "ann");
        _assertCommitments(ann, MAX_STEPS);
    }

    /// @dev An order that is filled by the last step is simply filled.
    function test_anOrderFilledByTheLastStepIsFilled() external {
        _offers(MAX_STEPS + 5, 5, START + 1 days);
        _demand(ron, 5 * MAX_STEPS, 100);
        assertEq(deals.dealCount(), MAX_STEPS, "deals");
        _assertLocked(ron, _moneyAndBondOf(5 * MAX_STEPS, 10), "ron");
    }

    /// @dev Removing an expired order is a step like a match.
    function test_expiredOrdersCountAsSteps() external {
        _offers(MAX_STEPS - 1, 5, START + 100);
        _offers(2, 5, START + 1 days);
        vm.warp(START + 101);
        uint256 demand = _demand(ron, 10, 10);
        assertEq(deals.dealCount(), 1, "deals");
        _assertClosed(demand);
        _assertRemaining(MAX_STEPS + 1, 5);
        _assertLocked(ann, _bondOf(10), "ann: expired bonds are free, the deal's and the last offer's are not");
        _assertLocked(ron, _moneyAndBondOf(5, 10), "ron");
        _assertCommitments(ann, 2);
    }

    /// @dev However many expired orders stand in the way, placing again makes its way through them.
    function test_placingAgainClearsTheWay() external {
        _offers(3 * MAX_STEPS, 5, START + 100);
        _offer(bea, 5, 10);
        vm.warp(START + 101);
        for (uint256 i = 0; i < 3; ++i) {
            _assertClosed(_demand(ron, 5, 10));
            assertEq(deals.dealCount(), 0, "deals");
            _assertLocked(ron, 0, "ron");
        }
        _demand(ron, 5, 10);
        _assertDeal(1, bea, ron, 5, 10);
        _assertLocked(ann, 0, "ann");
    }

    /// @dev Offers of ann at tick 10.
    function _offers(uint256 count, uint256 quantity, uint256 expiry) private {
        for (uint256 i = 0; i < count; ++i) _placeUntil(ann, Side.Supplier, quantity, 10, expiry);
    }
}
