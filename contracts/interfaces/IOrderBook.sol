// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Side} from "../types/Side.sol";

/**
 * @notice Matches supply and demand. Suppliers place offers and retailers demands for a product class and a delivery
 * deadline; orders for the same class and deadline meet in one book. A new order is matched at once with the best
 * orders of the other side, at the price of the resting order: first by price, then by time. What is left rests.
 *
 * Everything that a match needs is locked when an order is placed: the bond of both sides, and the demand's money at
 * its limit. Whatever a better price saves is unlocked with the match. Since an account has one role, it never stands
 * on both sides of a book, and its own orders never match.
 *
 * Placing, cancelling and one match cost the same however many orders rest. An order that has expired is removed when
 * a match meets it, or by anyone. One placement touches at most `MAX_STEPS` resting orders; if more would cross, the
 * rest of the new order is released to its owner, so that the book is never left crossed by orders that live.
 */
interface IOrderBook {
    /// @notice An order with something left to match.
    /// @param owner Who placed it.
    /// @param remaining Units of goods still to be matched; 0 when it is closed.
    /// @param expiry Unix time in seconds; the last at which it can be matched.
    /// @param tick Its limit: an offer's lowest price, a demand's highest, for one unit.
    /// @param side Supplier for an offer, Retailer for a demand.
    /// @param previous The order before it in its queue; 0 at the head.
    /// @param next The order after it in its queue; 0 at the tail.
    /// @param classId The product class.
    /// @param deliverBy The delivery deadline, Unix time in seconds.
    struct Order {
        // slot 0; 32 bits of seconds last until 2106
        address owner;
        uint40 remaining;
        uint32 expiry;
        uint16 tick;
        Side side;
        // slot 1
        uint64 previous;
        uint64 next;
        uint32 classId;
        uint32 deliverBy;
    }

    /// @notice Why an order, or the rest of it, left the book unmatched.
    /// @custom:value0 Cancelled Its owner took it back.
    /// @custom:value1 Expired Its time was over.
    /// @custom:value2 StepLimit It would have crossed more resting orders than one placement may touch.
    enum Release {
        Cancelled,
        Expired,
        StepLimit
    }

    /// @notice Emitted when an order was placed, before it is matched.
    event OrderPlaced(
        uint256 indexed orderId,
        address indexed owner,
        Side indexed side,
        uint256 classId,
        uint256 deliverBy,
        uint256 quantity,
        uint256 tick,
        uint256 expiry
    );
    /// @notice Emitted when two orders matched and a deal opened.
    event OrdersMatched(
        uint256 indexed dealId,
        uint256 indexed restingId,
        uint256 indexed incomingId,
        uint256 quantity,
        uint256 tick
    );
    /// @notice Emitted when what was left of a new order came to rest in the book.
    event OrderRested(uint256 indexed orderId, uint256 remaining);
    /// @notice Emitted when an order, or the rest of it, left unmatched and its funds were unlocked.
    event OrderReleased(uint256 indexed orderId, uint256 remaining, Release cause);

    /// @notice Thrown when a quantity is zero or no multiple of the class's lot.
    error OrderBook_InvalidQuantity(uint256 quantity, uint256 lot);
    /// @notice Thrown when a limit price is zero.
    error OrderBook_ZeroPrice();
    /// @notice Thrown when an order expires before it is placed.
    error OrderBook_Expired(uint256 expiry, uint256 time);
    /// @notice Thrown when a delivery deadline is not on the class's grid.
    error OrderBook_OffGrid(uint256 deliverBy, uint256 grid);
    /// @notice Thrown when an order could be matched too late for both sides to sign before the delivery.
    error OrderBook_ExpiresTooLate(uint256 expiry, uint256 latest);
    /// @notice Thrown when there is no such open order.
    error OrderBook_NotOpen(uint256 orderId);
    /// @notice Thrown when someone other than the owner cancels an order.
    error OrderBook_NotOwner(uint256 orderId, address caller, address owner);
    /// @notice Thrown when an order is removed as expired while it lives.
    error OrderBook_NotExpired(uint256 orderId, uint256 expiry, uint256 time);

    /// @notice Places an order of the caller and matches it. Each side's part of the operating cost is not locked here:
    /// keep it available for signing.
    /// @dev Reverts if the caller may not place orders on that side, if the class is unknown, if the quantity is no
    /// positive multiple of the lot, if the limit is zero, if the delivery deadline is off the grid, if the order
    /// would expire before now or later than `deliverBy` less the time to sign, or if the caller's available balance
    /// does not cover the bond and, for a demand, the money at its limit.
    /// @param side Supplier for an offer, Retailer for a demand.
    /// @param classId The product class.
    /// @param deliverBy The delivery deadline, Unix time in seconds.
    /// @param quantity In units of goods.
    /// @param tick The limit price of one unit, in ticks.
    /// @param expiry The last time at which it can be matched, Unix time in seconds.
    /// @return orderId The new order, whether or not anything of it rests.
    function place(
        Side side,
        uint32 classId,
        uint32 deliverBy,
        uint40 quantity,
        uint16 tick,
        uint32 expiry
    ) external returns (uint256 orderId);

    /// @notice Takes the caller's order out of the book and unlocks its funds.
    /// @dev Reverts if it is not open or not the caller's.
    function cancel(uint256 orderId) external;

    /// @notice Takes an order whose time is over out of the book and unlocks its owner's funds. Anyone may call it.
    /// @dev Reverts if it is not open or has not expired.
    function expire(uint256 orderId) external;

    /// @notice The order; all zero when it is closed.
    function orderOf(uint256 orderId) external view returns (Order memory);

    /// @notice The best tick of one side of a book. Its orders may have expired.
    /// @return found False when nothing rests on that side.
    function bestTick(Side side, uint32 classId, uint32 deliverBy) external view returns (bool found, uint16 tick);

    /// @notice The first and the last order of the queue at a tick; 0 when it is empty.
    function queueAt(
        Side side,
        uint32 classId,
        uint32 deliverBy,
        uint16 tick
    ) external view returns (uint64 head, uint64 tail);

    /// @notice How many orders were placed; their ids are 1 to this number.
    function orderCount() external view returns (uint256);

    /// @notice How many resting orders one placement may touch.
    function maxSteps() external view returns (uint256);
}
