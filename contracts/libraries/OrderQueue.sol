// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IOrderBook} from "../interfaces/IOrderBook.sol";
import {TickBitmap} from "./TickBitmap.sol";

/**
 * @title OrderQueue
 * @notice One side of a book, as a queue per tick
 *
 * The orders of a tick form a doubly linked list in order of arrival. A tick is in the bitmap exactly when its queue
 * holds an order. Appending and removing touch a constant number of slots.
 */
library OrderQueue {
    using TickBitmap for TickBitmap.Set;

    struct Queue {
        uint64 head;
        uint64 tail;
    }

    struct BookSide {
        TickBitmap.Set ticks;
        mapping(uint16 tick => Queue queue) queues;
    }

    /// @notice Puts order `id` at the end of the queue of its tick.
    function append(
        BookSide storage self,
        mapping(uint256 orderId => IOrderBook.Order order) storage orders,
        uint64 id
    ) internal {
        IOrderBook.Order storage order = orders[id];
        Queue storage queue = self.queues[order.tick];
        uint64 tail = queue.tail;
        if (tail == 0) {
            queue.head = id;
            self.ticks.add(order.tick);
        } else {
            orders[tail].next = id;
            order.previous = tail;
        }
        queue.tail = id;
    }

    /// @notice Takes order `id` out of its queue and deletes it.
    function remove(
        BookSide storage self,
        mapping(uint256 orderId => IOrderBook.Order order) storage orders,
        uint64 id
    ) internal {
        IOrderBook.Order storage order = orders[id];
        (uint64 previous, uint64 next, uint16 tick) = (order.previous, order.next, order.tick);
        Queue storage queue = self.queues[tick];
        if (previous == 0) queue.head = next;
        else orders[previous].next = next;
        if (next == 0) queue.tail = previous;
        else orders[next].previous = previous;
        if (previous == 0 && next == 0) self.ticks.remove(tick);
        delete orders[id];
    }
}
