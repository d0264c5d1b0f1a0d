// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IDeals} from "./interfaces/IDeals.sol";
import {ILedger} from "./interfaces/ILedger.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {IOrderBook} from "./interfaces/IOrderBook.sol";
import {OrderQueue} from "./libraries/OrderQueue.sol";
import {TickBitmap} from "./libraries/TickBitmap.sol";
import {Side} from "./types/Side.sol";
import {Terms} from "./types/Terms.sol";

/// @title OrderBook
/// @notice Price-time matching in constant time per match
contract OrderBook is IOrderBook {
    using OrderQueue for OrderQueue.BookSide;
    using TickBitmap for TickBitmap.Set;

    /// @dev Bounds the gas of one placement: 32 deals cost about 3 million gas, well below what a transaction may use.
    uint256 private constant _MAX_STEPS = 32;

    IMembers private immutable _MEMBERS;
    ILedger private immutable _LEDGER;
    IDeals private immutable _DEALS;

    uint64 private _orderCount;
    mapping(uint256 orderId => Order order) private _orders;
    mapping(uint64 bookId => mapping(Side side => OrderQueue.BookSide)) private _books;

    constructor(IMembers members, ILedger ledger, IDeals deals) {
        _MEMBERS = members;
        _LEDGER = ledger;
        _DEALS = deals;
    }

    /* ORDERS */

    /// @inheritdoc IOrderBook
    function place(
        Side side,
        uint32 classId,
        uint32 deliverBy,
        uint40 quantity,
        uint16 tick,
        uint32 expiry
    ) external override returns (uint256 orderId) {
        // Check
        _MEMBERS.requireActive(msg.sender, side);
        Terms memory terms = _DEALS.termsOf(classId);
        Order memory order = Order({
            owner: msg.sender,
            remaining: quantity,
            expiry: expiry,
            tick: tick,
            side: side,
            previous: 0,
            next: 0,
            classId: classId,
            deliverBy: deliverBy
        });
        _requireValid(order, terms);

        // Effect
        uint64 id = ++_orderCount;
        orderId = id;
        emit OrderPlaced(id, msg.sender, side, classId, deliverBy, quantity, tick, expiry);

        // Interaction: with contracts of the alliance only
        _LEDGER.lock(msg.sender, _backing(side, tick, quantity, terms));
        uint256 freed = _match(id, order, terms) + _restOrRelease(id, order, terms);
        if (freed > 0) _LEDGER.unlock(msg.sender, freed);
    }

    /// @inheritdoc IOrderBook
    function cancel(uint256 orderId) external override {
        // Check
        address owner = _requireOpen(orderId).owner;
        require(msg.sender == owner, OrderBook_NotOwner(orderId, msg.sender, owner));

        // Effect, Interaction
        _release(orderId, Release.Cancelled);
    }

    /// @inheritdoc IOrderBook
    function expire(uint256 orderId) external override {
        // Check
        uint256 expiry = _requireOpen(orderId).expiry;
        require(block.timestamp > expiry, OrderBook_NotExpired(orderId, expiry, block.timestamp));

        // Effect, Interaction
        _release(orderId, Release.Expired);
    }

    /* VIEWS */

    /// @inheritdoc IOrderBook
    function orderOf(uint256 orderId) external view override returns (Order memory) {
        return _orders[orderId];
    }

    /// @inheritdoc IOrderBook
    function bestTick(
        Side side,
        uint32 classId,
        uint32 deliverBy
    ) external view override returns (bool found, uint16 tick) {
        return _best(_books[_bookId(classId, deliverBy)][side], side);
    }

    /// @inheritdoc IOrderBook
    function queueAt(
        Side side,
        uint32 classId,
        uint32 deliverBy,
        uint16 tick
    ) external view override returns (uint64 head, uint64 tail) {
        OrderQueue.Queue storage queue = _books[_bookId(classId, deliverBy)][side].queues[tick];
        return (queue.head, queue.tail);
    }

    /// @inheritdoc IOrderBook
    function orderCount() external view override returns (uint256) {
        return _orderCount;
    }

    /// @inheritdoc IOrderBook
    function maxSteps() external pure override returns (uint256) {
        return _MAX_STEPS;
    }

    /* MATCHING */

    /// @notice Matches `order` with the best resting orders, and counts `order.remaining` down.
    /// @return saved What better prices than its limit leave of the money locked for a demand, in token units.
    function _match(uint64 id, Order memory order, Terms memory terms) private returns (uint256 saved) {
        Side otherSide = order.side == Side.Supplier ? Side.Retailer : Side.Supplier;
        OrderQueue.BookSide storage others = _books[_bookId(order.classId, order.deliverBy)][otherSide];
        for (uint256 step = 0; step < _MAX_STEPS && order.remaining > 0; ++step) {
            (bool found, uint16 tick) = _best(others, otherSide);
            if (!found || !_crosses(order, tick)) break;
            uint64 headId = others.queues[tick].head;
            if (block.timestamp > _orders[headId].expiry) {
                _release(headId, Release.Expired);
                continue;
            }
            uint40 filled = _fill(id, order, headId, tick);
            if (order.side == Side.Retailer) saved += uint256(order.tick - tick) * terms.tickSize * filled;
        }
    }

    /// @dev Opens a deal between `order` and the resting order at the head of a queue, at the price of the latter.
    function _fill(uint64 id, Order memory order, uint64 headId, uint16 tick) private returns (uint40 filled) {
        // Effect
        Order storage head = _orders[headId];
        uint40 remaining = head.remaining;
        address headOwner = head.owner;
        filled = order.remaining < remaining ? order.remaining : remaining;
        order.remaining -= filled;
        if (filled == remaining) {
            _books[_bookId(order.classId, order.deliverBy)][head.side].remove(_orders, headId);
            _MEMBERS.disengage(headOwner);
        } else {
            head.remaining = remaining - filled;
        }

        // Interaction: with contracts of the alliance only
        bool incomingIsOffer = order.side == Side.Supplier;
        uint256 dealId = _DEALS.open(
            incomingIsOffer ? order.owner : headOwner,
            incomingIsOffer ? headOwner : order.owner,
            order.classId,
            order.deliverBy,
            filled,
            tick
        );

        // Log
        emit OrdersMatched(dealId, headId, id, filled, tick);
    }

    /// @notice Puts what is left of `order` into the book, or lets go of it when it would still cross.
    /// @return freed The funds of the part that was let go, in token units.
    function _restOrRelease(uint64 id, Order memory order, Terms memory terms) private returns (uint256 freed) {
        if (order.remaining == 0) return 0;
        Side otherSide = order.side == Side.Supplier ? Side.Retailer : Side.Supplier;
        mapping(Side side => OrderQueue.BookSide) storage book = _books[_bookId(order.classId, order.deliverBy)];
        (bool found, uint16 tick) = _best(book[otherSide], otherSide);
        if (found && _crosses(order, tick)) {
            emit OrderReleased(id, order.remaining, Release.StepLimit);
            return _backing(order.side, order.tick, order.remaining, terms);
        }

        // Effect
        _orders[id] = order;
        book[order.side].append(_orders, id);
        emit OrderRested(id, order.remaining);

        // Interaction
        _MEMBERS.engage(order.owner);
        return 0;
    }

    /// @dev Takes an open order out of the book and unlocks its owner's funds.
    function _release(uint256 orderId, Release cause) private {
        Order memory order = _orders[orderId];
        Terms memory terms = _DEALS.termsOf(order.classId);

        // Effect
        _books[_bookId(order.classId, order.deliverBy)][order.side].remove(_orders, uint64(orderId)); // safe: it exists

        // Log
        emit OrderReleased(orderId, order.remaining, cause);

        // Interaction
        _LEDGER.unlock(order.owner, _backing(order.side, order.tick, order.remaining, terms));
        _MEMBERS.disengage(order.owner);
    }

    /* RULES */

    /// @dev What an order locks: the bond, and for a demand the money at its limit, in token units.
    function _backing(Side side, uint16 tick, uint40 quantity, Terms memory terms) private pure returns (uint256) {
        uint256 price = side == Side.Retailer ? uint256(tick) * terms.tickSize : 0;
        return (price + terms.bond) * quantity;
    }

    function _requireValid(Order memory order, Terms memory terms) private view {
        uint256 quantity = order.remaining;
        require(quantity > 0 && quantity % terms.lot == 0, OrderBook_InvalidQuantity(quantity, terms.lot));
        require(order.tick > 0, OrderBook_ZeroPrice());
        require(order.deliverBy % terms.deliveryGrid == 0, OrderBook_OffGrid(order.deliverBy, terms.deliveryGrid));
        require(order.expiry >= block.timestamp, OrderBook_Expired(order.expiry, block.timestamp));
        uint256 latest = order.deliverBy > terms.signPeriod ? order.deliverBy - terms.signPeriod : 0;
        require(order.expiry <= latest, OrderBook_ExpiresTooLate(order.expiry, latest));
    }

    function _requireOpen(uint256 orderId) private view returns (Order storage order) {
        order = _orders[orderId];
        require(order.remaining > 0, OrderBook_NotOpen(orderId));
    }

    /// @dev Offers are best at their lowest tick, demands at their highest.
    function _best(OrderQueue.BookSide storage side, Side which) private view returns (bool, uint16) {
        return which == Side.Supplier ? side.ticks.lowest() : side.ticks.highest();
    }

    function _crosses(Order memory order, uint16 tick) private pure returns (bool) {
        return order.side == Side.Supplier ? tick >= order.tick : tick <= order.tick;
    }

    function _bookId(uint32 classId, uint32 deliverBy) private pure returns (uint64) {
        return (uint64(classId) << 32) | deliverBy;
    }
}
