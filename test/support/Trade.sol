// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {Side} from "../../contracts/types/Side.sol";
import {World} from "./World.sol";

/// @notice An alliance with two suppliers and two retailers, each with plenty of money.
abstract contract Trade is World {
    uint256 internal constant FUNDS = 1e12;
    uint256 internal constant TICK_SIZE = 7;
    uint256 internal constant BOND = 1_009;

    address internal ann;
    address internal bea;
    address internal ron;
    address internal rob;

    function setUp() public virtual override {
        super.setUp();
        ann = _member(1, Side.Supplier, FUNDS);
        bea = _member(2, Side.Supplier, FUNDS);
        ron = _member(3, Side.Retailer, FUNDS);
        rob = _member(4, Side.Retailer, FUNDS);
    }

    function _offer(address owner, uint256 quantity, uint256 tick) internal returns (uint256 orderId) {
        return _place(owner, Side.Supplier, quantity, tick);
    }

    function _demand(address owner, uint256 quantity, uint256 tick) internal returns (uint256 orderId) {
        return _place(owner, Side.Retailer, quantity, tick);
    }

    /// @dev What `quantity` locks for a supplier, in an offer or a deal, in token units.
    function _bondOf(uint256 quantity) internal pure returns (uint256) {
        return BOND * quantity;
    }

    /// @dev What `quantity` at `tick` locks for a retailer, in a demand or a deal, in token units.
    function _moneyAndBondOf(uint256 quantity, uint256 tick) internal pure returns (uint256) {
        return TICK_SIZE * tick * quantity + BOND * quantity;
    }

    /// @dev Since nothing was paid yet, a member's balance is given by what is locked besides its membership bond.
    function _assertLocked(address member, uint256 locked, string memory who) internal view {
        _assertBalance(member, FUNDS - locked, MEMBERSHIP_BOND + locked, who);
    }

    function _assertDeal(
        uint256 dealId,
        address supplier,
        address retailer,
        uint256 quantity,
        uint256 tick
    ) internal view {
        IDeals.Deal memory deal = deals.dealOf(dealId);
        assertEq(deal.supplier, supplier, "supplier of the deal");
        assertEq(deal.retailer, retailer, "retailer of the deal");
        assertEq(deal.quantity, quantity, "quantity of the deal");
        assertEq(deal.tick, tick, "tick of the deal");
    }

    function _assertRemaining(uint256 orderId, uint256 remaining) internal view {
        assertEq(orderBook.orderOf(orderId).remaining, remaining, "remaining quantity");
    }

    /// @dev Closed orders leave nothing behind.
    function _assertClosed(uint256 orderId) internal view {
        IOrderBook.Order memory order = orderBook.orderOf(orderId);
        assertEq(keccak256(abi.encode(order)), keccak256(new bytes(9 * 32)), "a closed order is all zero");
    }

    /// @dev The queue at a tick is `ids`, walked in both directions.
    function _assertQueue(Side side, uint256 tick, uint256[] memory ids) internal view {
        (uint64 head, uint64 tail) = orderBook.queueAt(side, classId, _deliverBy(), uint16(tick));
        for (uint256 i = 0; i < ids.length; ++i) {
            assertEq(head, ids[i], "forward walk");
            assertEq(tail, ids[ids.length - 1 - i], "backward walk");
            head = orderBook.orderOf(head).next;
            tail = orderBook.orderOf(tail).previous;
        }
        assertEq(head, 0, "end of the forward walk");
        assertEq(tail, 0, "end of the backward walk");
    }

    function _assertBest(Side side, bool found, uint256 tick) internal view {
        (bool actualFound, uint16 actualTick) = orderBook.bestTick(side, classId, _deliverBy());
        assertTrue(actualFound == found, "whether there is a best tick");
        assertEq(actualTick, tick, "best tick");
    }

    function _assertCommitments(address member, uint256 commitments) internal view {
        assertEq(members.memberOf(member).commitments, commitments, "commitments");
    }

    function _ids(uint256 a) internal pure returns (uint256[] memory ids) {
        ids = new uint256[](1);
        ids[0] = a;
    }

    function _ids(uint256 a, uint256 b) internal pure returns (uint256[] memory ids) {
        ids = new uint256[](2);
        (ids[0], ids[1]) = (a, b);
    }

    function _ids(uint256 a, uint256 b, uint256 c) internal pure returns (uint256[] memory ids) {
        ids = new uint256[](3);
        (ids[0], ids[1], ids[2]) = (a, b, c);
    }
}
