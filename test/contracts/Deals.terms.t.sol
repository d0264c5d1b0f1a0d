// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Terms} from "../../contracts/types/Terms.sol";
import {World} from "../support/World.sol";

/// @notice Whatever terms a class may be listed with, up to the largest numbers: a deal ends, and its money goes back.
contract DealsTermsTest is World {
    uint256 private constant FUNDS = 2 ** 126;
    uint256 private constant SUPPLIER_KEY = 1;
    uint256 private constant RETAILER_KEY = 2;

    address private _supplier;
    address private _retailer;
    Terms private _drawn;

    function setUp() public override {
        super.setUp();
        _supplier = _member(SUPPLIER_KEY, Side.Supplier, FUNDS);
        _retailer = _member(RETAILER_KEY, Side.Retailer, FUNDS);
    }

    /// @dev Nobody can be fined more than it has locked.
    function testFuzz_aPenaltyAboveTheBondIsRefused(uint128 bond, uint128 penalty) external {
        Terms memory terms = _terms();
        vm.assume(bond < type(uint128).max);
        (terms.bond, terms.penalty) = (bond, uint128(bound(penalty, uint256(bond) + 1, type(uint128).max)));
        vm.expectRevert(abi.encodeWithSelector(IDeals.Deals_InvalidTerms.selector, "penalty <= bond"));
        deals.listClass(terms);
    }

    function testFuzz_aShareAboveTheWholeIsRefused(uint64 theta) external {
        Terms memory terms = _terms();
        terms.theta = uint64(bound(theta, 1e18 + 1, type(uint64).max));
        vm.expectRevert(abi.encodeWithSelector(IDeals.Deals_InvalidTerms.selector, "theta <= 1e18"));
        deals.listClass(terms);
    }

    /// @dev Draws terms of every size, trades as much as both can pay, and lets the deal end in one of six ways.
    /// hardhat-config: fuzz.runs = 256
    function testFuzz_everyDealEndsAndConservesMoney(
        Terms memory terms,
        uint40 quantity,
        uint16 tick,
        uint8 ending
    ) external {
        _listLegal(terms);
        if (!_trade(quantity, tick)) return;
        _end(ending % 6);
        assertTrue(deals.dealOf(1).status >= IDeals.Status.Settled, "ended");
        _assertBonds();
        address[] memory everybody = new address[](3);
        (everybody[0], everybody[1], everybody[2]) = (_supplier, _retailer, TREASURY);
        _assertSolvent(everybody);
    }

    function _listLegal(Terms memory terms) private {
        terms.tickSize = uint128(_anySize(terms.tickSize, 1));
        terms.bond = uint128(_anySize(terms.bond, 0));
        terms.penalty = uint128(bound(terms.penalty, 0, terms.bond));
        terms.operatingCost = uint128(_anySize(terms.operatingCost, 0));
        terms.theta = uint64(bound(terms.theta, 0, 1e18));
        terms.lot = 1;
        terms.signPeriod = uint32(bound(terms.signPeriod, 1, 365 days));
        terms.acceptPeriod = uint32(bound(terms.acceptPeriod, 1, 365 days));
        terms.deliveryGrid = uint32(bound(terms.deliveryGrid, 1, 1_000 days));
        classId = uint32(deals.listClass(terms));
        _drawn = terms;
    }

    /// @return traded False if not even one unit can be paid for.
    function _trade(uint40 quantity, uint16 tick) private returns (bool traded) {
        tick = uint16(bound(tick, 1, type(uint16).max));
        uint256 perUnit = uint256(_drawn.tickSize) * tick + _drawn.bond;
        uint256 most = FUNDS / perUnit;
        if (most == 0) return false;
        quantity = uint40(bound(quantity, 1, most > type(uint40).max ? type(uint40).max : most));
        uint256 grid = _drawn.deliveryGrid;
        uint32 deliverBy = uint32(((START + _drawn.signPeriod) / grid + 1) * grid);
        vm.prank(_supplier);
        orderBook.place(Side.Supplier, classId, deliverBy, quantity, tick, uint32(START));
        vm.prank(_retailer);
        orderBook.place(Side.Retailer, classId, deliverBy, quantity, tick, uint32(START));
        assertEq(deals.dealCount(), 1, "they meet");
        return true;
    }

    /// @dev Nobody signs, one side signs, nothing is delivered, silence, refusal, acceptance.
    function _end(uint8 ending) private {
        if (ending > 0 && !_sign(Side.Supplier, SUPPLIER_KEY)) ending = 0;
        if (ending > 1 && !_sign(Side.Retailer, RETAILER_KEY)) ending = 1;
        if (ending > 2) {
            vm.warp(deals.dealOf(1).deliverBy);
            vm.prank(_supplier);
            deals.deliver(1, 0);
        }
        vm.startPrank(_retailer);
        if (ending == 4) deals.refuse(1);
        if (ending == 5) deals.accept(1);
        vm.stopPrank();
        if (ending > 3) return;
        vm.warp(START + 3_000 days);
        vm.prank(STRANGER);
        deals.enforce(1);
    }

    /// @return signed False if the side cannot pay its part of the cost.
    function _sign(Side side, uint256 key) private returns (bool signed) {
        uint256 cost = uint256(_drawn.operatingCost) * deals.dealOf(1).quantity;
        (uint256 supplierShare, uint256 retailerShare) = costPool.sharesOf(cost, _drawn.theta);
        uint256 part = side == Side.Supplier ? supplierShare : retailerShare;
        if (_available(vm.addr(key)) < part) return false;
        deals.sign(1, side, bytes32(uint256(7)), _signature(key, 1, bytes32(uint256(7))));
        return true;
    }

    /// @dev Nothing of the deal is left locked.
    function _assertBonds() private view {
        assertEq(_locked(_supplier), MEMBERSHIP_BOND, "locked for the supplier");
        assertEq(_locked(_retailer), MEMBERSHIP_BOND, "locked for the retailer");
    }

    /// @dev A number of any magnitude below 2^128; a plain draw would be huge nearly always.
    function _anySize(uint256 number, uint256 min) private pure returns (uint256) {
        uint256 size = bound(number, min, type(uint128).max) >> (uint256(keccak256(abi.encode(number))) % 128);
        return size < min ? min : size;
    }
}
