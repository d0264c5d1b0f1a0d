// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Side} from "../../contracts/types/Side.sol";

/**
 * @notice What the order book should do, in the plainest way: one list of all orders, searched from end to end for the
 * order whose turn it is. No queues, no bitmaps, no money.
 */
contract NaiveBook {
    struct NaiveOrder {
        address owner;
        Side side;
        uint256 book;
        uint256 remaining;
        uint256 tick;
        uint256 expiry;
    }

    struct NaiveDeal {
        address supplier;
        address retailer;
        uint256 book;
        uint256 quantity;
        uint256 tick;
    }

    uint256 public constant MAX_STEPS = 32;

    /// @dev Order 0 is nobody's, so that ids agree with the book's.
    NaiveOrder[] private _orders;
    NaiveDeal[] private _deals;

    constructor() {
        _orders.push();
        _deals.push();
    }

    function place(
        address owner,
        Side side,
        uint256 book,
        uint256 quantity,
        uint256 tick,
        uint256 expiry,
        uint256 time
    ) external returns (uint256 id) {
        id = _orders.length;
        NaiveOrder memory order = NaiveOrder(owner, side, book, quantity, tick, expiry);
        _orders.push(order);
        _orders[id].remaining = 0; // not yet in the book
        for (uint256 step = 0; step < MAX_STEPS && order.remaining > 0; ++step) {
            uint256 best = _turnOf(_opposite(side), book);
            if (best == 0 || !_agree(order, _orders[best])) break;
            if (_orders[best].expiry < time) {
                _orders[best].remaining = 0;
                continue;
            }
            _trade(order, _orders[best]);
        }
        uint256 next = _turnOf(_opposite(side), book);
        bool mayRest = next == 0 || !_agree(order, _orders[next]);
        if (mayRest) _orders[id].remaining = order.remaining;
    }

    function close(uint256 id) external {
        _orders[id].remaining = 0;
    }

    function orderOf(uint256 id) external view returns (NaiveOrder memory) {
        return _orders[id];
    }

    function dealOf(uint256 id) external view returns (NaiveDeal memory) {
        return _deals[id];
    }

    function orderCount() external view returns (uint256) {
        return _orders.length - 1;
    }

    function dealCount() external view returns (uint256) {
        return _deals.length - 1;
    }

    /// @notice The order whose turn it is: the best price, and of these the lowest id. 0 when there is none.
    function turnOf(Side side, uint256 book) external view returns (uint256) {
        return _turnOf(side, book);
    }

    /// @notice The open orders at a tick, the earliest first.
    function lineAt(Side side, uint256 book, uint256 tick) external view returns (uint256[] memory line) {
        line = new uint256[](_orders.length);
        uint256 length = 0;
        for (uint256 id = 1; id < _orders.length; ++id) {
            NaiveOrder storage order = _orders[id];
            bool isThere = order.remaining > 0 && order.side == side && order.book == book;
            if (isThere && order.tick == tick) line[length++] = id;
        }
        assembly ("memory-safe") {
            mstore(line, length)
        }
    }

    /// @notice What an owner has locked, given the amounts for one unit of goods: open orders and all deals.
    function lockedOf(address owner, uint256 tickSize, uint256 bond) external view returns (uint256 locked) {
        for (uint256 id = 1; id < _orders.length; ++id) {
            NaiveOrder storage order = _orders[id];
            if (order.owner != owner) continue;
            locked += order.remaining * bond;
            if (order.side == Side.Retailer) locked += order.remaining * order.tick * tickSize;
        }
        for (uint256 id = 1; id < _deals.length; ++id) {
            NaiveDeal storage deal = _deals[id];
            if (deal.supplier == owner) locked += deal.quantity * bond;
            if (deal.retailer == owner) locked += deal.quantity * (bond + deal.tick * tickSize);
        }
    }

    function _trade(NaiveOrder memory incoming, NaiveOrder storage resting) private {
        uint256 quantity = incoming.remaining > resting.remaining ? resting.remaining : incoming.remaining;
        incoming.remaining -= quantity;
        resting.remaining -= quantity;
        (address supplier, address retailer) = incoming.side == Side.Supplier
            ? (incoming.owner, resting.owner)
            : (resting.owner, incoming.owner);
        _deals.push(NaiveDeal(supplier, retailer, incoming.book, quantity, resting.tick));
    }

    function _turnOf(Side side, uint256 book) private view returns (uint256 best) {
        for (uint256 id = 1; id < _orders.length; ++id) {
            NaiveOrder storage order = _orders[id];
            if (order.remaining == 0 || order.side != side || order.book != book) continue;
            if (best == 0 || _isBetter(side, order.tick, _orders[best].tick)) best = id;
        }
    }

    /// @dev For a supplier's offer cheap is better, for a retailer's demand dear.
    function _isBetter(Side side, uint256 tick, uint256 other) private pure returns (bool) {
        return side == Side.Supplier ? tick < other : tick > other;
    }

    /// @dev The demand pays at least what the offer asks.
    function _agree(NaiveOrder memory a, NaiveOrder storage b) private view returns (bool) {
        return a.side == Side.Supplier ? b.tick >= a.tick : a.tick >= b.tick;
    }

    function _opposite(Side side) private pure returns (Side) {
        return side == Side.Supplier ? Side.Retailer : Side.Supplier;
    }
}
