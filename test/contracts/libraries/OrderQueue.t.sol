// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IOrderBook} from "../../../contracts/interfaces/IOrderBook.sol";
import {OrderQueue} from "../../../contracts/libraries/OrderQueue.sol";
import {TickBitmap} from "../../../contracts/libraries/TickBitmap.sol";
import {Side} from "../../../contracts/types/Side.sol";
import {Test} from "../../support/Test.sol";

/// @notice Queues of orders: first in, first in line; taking one out leaves the order of the others.
contract OrderQueueTest is Test {
    using OrderQueue for OrderQueue.BookSide;
    using TickBitmap for TickBitmap.Set;

    OrderQueue.BookSide private _side;
    mapping(uint256 orderId => IOrderBook.Order order) private _orders;
    mapping(uint16 tick => uint64[] ids) private _naive;
    uint64 private _count;

    /* EXAMPLES */

    function test_anOrderAloneIsHeadAndTail() external {
        uint64 id = _append(9);
        _assertQueue(9);
        _remove(id);
        _assertQueue(9);
        assertTrue(!_side.ticks.contains(9), "the tick is gone with its last order");
    }

    function test_removesHeadMiddleAndTail() external {
        uint64[5] memory ids;
        for (uint256 i = 0; i < 5; ++i) ids[i] = _append(9);
        _assertQueue(9);
        _remove(ids[2]);
        _assertQueue(9);
        _remove(ids[0]);
        _assertQueue(9);
        _remove(ids[4]);
        _assertQueue(9);
        _remove(ids[1]);
        _assertQueue(9);
        assertEq(_side.queues[9].head, ids[3], "the last one left is the head");
        _remove(ids[3]);
        _assertQueue(9);
        _append(9);
        _assertQueue(9);
    }

    function test_queuesOfOtherTicksAreLeftAlone() external {
        uint64 id = _append(9);
        _append(10);
        _append(9);
        _append(10);
        _remove(id);
        _assertQueue(9);
        _assertQueue(10);
    }

    function test_aRemovedOrderIsDeleted() external {
        _append(9);
        uint64 id = _append(9);
        _append(9);
        _remove(id);
        IOrderBook.Order memory order = _orders[id];
        assertEq(keccak256(abi.encode(order)), keccak256(new bytes(9 * 32)), "all fields are zero");
    }

    /* AGAINST NAIVE LISTS */

    /// hardhat-config: fuzz.runs = 128
    function testFuzz_equalsNaiveLists(uint256 seed) external {
        for (uint256 i = 0; i < 60; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint16 tick = uint16(1 + (seed % 3));
            uint256 length = _naive[tick].length;
            if ((seed >> 64) % 2 == 0 || length == 0) _append(tick);
            else _remove(_naive[tick][(seed >> 128) % length]);
            _assertQueue(tick);
        }
        for (uint16 tick = 0; tick < 5; ++tick) _assertQueue(tick);
    }

    function _append(uint16 tick) private returns (uint64 id) {
        id = ++_count;
        _orders[id] = IOrderBook.Order({
            owner: address(1),
            remaining: 1,
            expiry: 1,
            tick: tick,
            side: Side.Retailer,
            previous: 0,
            next: 0,
            classId: 1,
            deliverBy: 1
        });
        _side.append(_orders, id);
        _naive[tick].push(id);
    }

    function _remove(uint64 id) private {
        uint64[] storage list = _naive[_orders[id].tick];
        _side.remove(_orders, id);
        uint256 place = 0;
        while (list[place] != id) ++place;
        for (; place + 1 < list.length; ++place) list[place] = list[place + 1];
        list.pop();
    }

    /// @dev The queue is the naive list in both directions; its tick is in the bitmap if there is any order.
    function _assertQueue(uint16 tick) private view {
        uint64[] storage list = _naive[tick];
        uint256 length = list.length;
        assertTrue(_side.ticks.contains(tick) == (length > 0), "the bitmap knows whether the queue is empty");
        uint64 forward = _side.queues[tick].head;
        uint64 backward = _side.queues[tick].tail;
        for (uint256 i = 0; i < length; ++i) {
            assertEq(forward, list[i], "forward walk");
            assertEq(backward, list[length - 1 - i], "backward walk");
            forward = _orders[forward].next;
            backward = _orders[backward].previous;
        }
        assertEq(forward, 0, "nothing comes after the tail");
        assertEq(backward, 0, "nothing comes before the head");
    }
}
