// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Campaign} from "./Campaign.sol";

/// @notice Queues and bitmaps agree with each other and with the orders, and the book is never crossed.
contract BookInvariants is Campaign {
    /// @dev Where `OrderBook` keeps its books. The bitmap has no view of its own, so the test reads it from storage.
    uint256 private constant BOOKS_SLOT = 2;

    function invariant_queuesAndBitmapsAreSound() external view {
        uint256 inQueues = 0;
        for (uint256 i = 0; i < handler.bookCount(); ++i) {
            inQueues += _checkSide(Side.Supplier, i);
            inQueues += _checkSide(Side.Retailer, i);
        }
        uint256 open = 0;
        uint256 count = orderBook.orderCount();
        for (uint256 id = 1; id <= count; ++id) {
            if (orderBook.orderOf(id).remaining > 0) ++open;
        }
        assertEq(inQueues, open, "every open order stands in a queue, once");
    }

    function invariant_livingOrdersDoNotCross() external view {
        for (uint256 i = 0; i < handler.bookCount(); ++i) {
            uint256 cheapest = type(uint256).max;
            uint256 dearest = 0;
            uint256 count = orderBook.orderCount();
            for (uint256 id = 1; id <= count; ++id) {
                IOrderBook.Order memory order = orderBook.orderOf(id);
                bool isHere = order.classId == handler.books(i, 0) && order.deliverBy == handler.books(i, 1);
                if (!isHere || order.remaining == 0 || order.expiry < vm.getBlockTimestamp()) continue;
                if (order.side == Side.Supplier && order.tick < cheapest) cheapest = order.tick;
                if (order.side == Side.Retailer && order.tick > dearest) dearest = order.tick;
            }
            assertTrue(dearest < cheapest, "the cheapest offer is dearer than the dearest demand");
        }
    }

    function invariant_quantitiesAddUp() external view {
        uint256 count = orderBook.orderCount();
        for (uint256 id = 1; id <= count; ++id) {
            uint256 remaining = orderBook.orderOf(id).remaining;
            assertEq(
                handler.filled(id) + handler.released(id) + remaining,
                handler.placed(id),
                "matched, released and remaining quantity is what was placed"
            );
        }
    }

    /// @return orders How many orders stand on this side.
    function _checkSide(Side side, uint256 book) private view returns (uint256 orders) {
        uint256[2] memory words;
        uint256 best = 0;
        for (uint256 i = 0; i < handler.TICKS(); ++i) {
            uint16 tick = handler.tickAt(i);
            uint256 length = _checkQueue(side, book, tick);
            if (length == 0) continue;
            words[tick / 256] |= 1 << (tick % 256);
            if (best == 0 || side == Side.Retailer) best = tick; // ticks come in ascending order
            orders += length;
        }
        (uint32 classId_, uint32 deliverBy) = _bookAt(book);
        (bool found, uint16 bestTick) = orderBook.bestTick(side, classId_, deliverBy);
        assertTrue(found == (orders > 0), "there is a best tick if any order stands there");
        assertEq(bestTick, best, "best tick");
        _checkBitmap(side, book, words);
    }

    /// @dev Both walks visit the same orders, in order of arrival, and each order knows where it stands.
    function _checkQueue(Side side, uint256 book, uint16 tick) private view returns (uint256 length) {
        (uint32 classId_, uint32 deliverBy) = _bookAt(book);
        (uint64 head, uint64 tail) = orderBook.queueAt(side, classId_, deliverBy, tick);
        assertTrue((head == 0) == (tail == 0), "a queue has a head if it has a tail");
        uint64 previous = 0;
        for (uint64 id = head; id != 0; ++length) {
            IOrderBook.Order memory order = orderBook.orderOf(id);
            assertTrue(order.remaining > 0, "orders in queues are open");
            assertTrue(order.side == side && order.tick == tick, "side and tick");
            assertTrue(order.classId == classId_ && order.deliverBy == deliverBy, "book");
            assertEq(order.previous, previous, "backward link");
            assertTrue(id > previous, "in order of arrival");
            previous = id;
            id = order.next;
        }
        assertEq(tail, previous, "the forward walk ends at the tail");
    }

    function _checkBitmap(Side side, uint256 book, uint256[2] memory words) private view {
        (uint32 classId_, uint32 deliverBy) = _bookAt(book);
        bytes32 key = bytes32((uint256(classId_) << 32) | deliverBy);
        bytes32 sides = keccak256(abi.encode(key, BOOKS_SLOT));
        uint256 summarySlot = uint256(keccak256(abi.encode(side, sides)));
        uint256 summary = 0;
        for (uint256 word = 0; word < 2; ++word) {
            bytes32 wordSlot = keccak256(abi.encode(word, summarySlot + 1));
            assertEq(
                vm.load(address(orderBook), wordSlot),
                bytes32(words[word]),
                "a bit is set if its queue is not empty"
            );
            if (words[word] != 0) summary |= 1 << word;
        }
        assertEq(
            vm.load(address(orderBook), bytes32(summarySlot)),
            bytes32(summary),
            "a bit of the summary is set if its word is not zero"
        );
    }

    function _bookAt(uint256 book) private view returns (uint32, uint32) {
        return (uint32(handler.books(book, 0)), uint32(handler.books(book, 1)));
    }
}
