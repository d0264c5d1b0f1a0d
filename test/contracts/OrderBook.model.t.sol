// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {Side} from "../../contracts/types/Side.sol";
import {NaiveBook} from "../support/NaiveBook.sol";
import {Trade} from "../support/Trade.sol";

/// @notice The order book against the naive book: the same steps make the same deals and leave the same orders.
contract OrderBookModelTest is Trade {
    uint256 private constant TICKS = 6;

    NaiveBook private _naive;
    uint256 private _seed;
    uint256 private _comparedDeals;

    function setUp() public override {
        super.setUp();
        _naive = new NaiveBook();
    }

    /// @dev Orders of all sizes, in two books, some of which expire or are taken back.
    /// hardhat-config: fuzz.runs = 96
    function testFuzz_equalsTheNaiveBook(uint256 seed) external {
        _seed = seed;
        for (uint256 i = 0; i < 40; ++i) _step(5);
        _compareOrders();
    }

    /// @dev Many small orders first, so that large ones reach the limit of steps.
    /// hardhat-config: fuzz.runs = 12
    function testFuzz_equalsTheNaiveBookAtTheStepLimit(uint256 seed) external {
        _seed = seed;
        Side small = Side(_random(2));
        for (uint256 i = 0; i < 50; ++i) _placeBoth(small, 0, 5, 1 + _random(2) + (small == Side.Supplier ? 0 : 3));
        vm.warp(START + 40);
        for (uint256 i = 0; i < 4; ++i) {
            _placeBoth(_other(small), 0, 5 * (20 + _random(30)), small == Side.Supplier ? 2 : 4);
        }
        _compareOrders();
    }

    /* STEPS */

    function _step(uint256 sizes) private {
        uint256 action = _random(20);
        if (action < 13) {
            _placeBoth(Side(_random(2)), _random(10) == 0 ? 1 : 0, 5 * (1 + _random(sizes)), 1 + _random(TICKS));
        } else if (action < 16) {
            _cancelBoth();
        } else if (action < 17) {
            _expireBoth();
        } else {
            vm.warp(vm.getBlockTimestamp() + _random(30));
        }
        _compareDeals();
    }

    function _placeBoth(Side side, uint256 book, uint256 quantity, uint256 tick) private {
        uint256 time = vm.getBlockTimestamp();
        uint256 expiry = time + _random(100);
        bool first = _random(2) == 0;
        address owner = side == Side.Supplier ? (first ? ann : bea) : (first ? ron : rob);
        uint256 expected = _naive.place(owner, side, book, quantity, tick, expiry, time);
        vm.prank(owner);
        uint256 id = orderBook.place(side, classId, _deliveryOf(book), uint40(quantity), uint16(tick), uint32(expiry));
        assertEq(id, expected, "order id");
    }

    function _cancelBoth() private {
        uint256 id = _openOrder(false);
        if (id == 0) return;
        _naive.close(id);
        vm.prank(_naive.orderOf(id).owner);
        orderBook.cancel(id);
    }

    function _expireBoth() private {
        uint256 id = _openOrder(true);
        if (id == 0) return;
        _naive.close(id);
        vm.prank(STRANGER);
        orderBook.expire(id);
    }

    /// @dev The first open (and expired) order from a random place on; 0 if there is none.
    function _openOrder(bool expired) private returns (uint256) {
        uint256 count = _naive.orderCount();
        uint256 start = _random(count + 1);
        for (uint256 i = 0; i < count; ++i) {
            uint256 id = 1 + ((start + i) % count);
            NaiveBook.NaiveOrder memory order = _naive.orderOf(id);
            if (order.remaining > 0 && (!expired || order.expiry < vm.getBlockTimestamp())) return id;
        }
        return 0;
    }

    /* COMPARISON */

    function _compareDeals() private {
        uint256 count = _naive.dealCount();
        assertEq(deals.dealCount(), count, "number of deals");
        while (_comparedDeals < count) {
            uint256 id = ++_comparedDeals;
            NaiveBook.NaiveDeal memory deal = _naive.dealOf(id);
            _assertDeal(id, deal.supplier, deal.retailer, deal.quantity, deal.tick);
            IDeals.Deal memory actual = deals.dealOf(id);
            assertEq(actual.deliverBy, _deliveryOf(deal.book), "delivery deadline of the deal");
            assertEq(actual.classId, classId, "class of the deal");
        }
    }

    function _compareOrders() private {
        _compareDeals();
        uint256 count = _naive.orderCount();
        assertEq(orderBook.orderCount(), count, "number of orders");
        for (uint256 id = 1; id <= count; ++id) _assertRemaining(id, _naive.orderOf(id).remaining);
        for (uint256 side = 0; side < 2; ++side) {
            uint256 turn = _naive.turnOf(Side(side), 0);
            _assertBest(Side(side), turn != 0, turn == 0 ? 0 : _naive.orderOf(turn).tick);
            for (uint256 tick = 1; tick <= TICKS; ++tick) {
                _assertQueue(Side(side), tick, _naive.lineAt(Side(side), 0, tick));
            }
        }
        _assertLocked(ann, _naive.lockedOf(ann, TICK_SIZE, BOND), "ann");
        _assertLocked(bea, _naive.lockedOf(bea, TICK_SIZE, BOND), "bea");
        _assertLocked(ron, _naive.lockedOf(ron, TICK_SIZE, BOND), "ron");
        _assertLocked(rob, _naive.lockedOf(rob, TICK_SIZE, BOND), "rob");
    }

    /* HELPERS */

    function _deliveryOf(uint256 book) private pure returns (uint32) {
        return _deliverBy() + uint32(book) * 1 days;
    }

    function _other(Side side) private pure returns (Side) {
        return side == Side.Supplier ? Side.Retailer : Side.Supplier;
    }

    function _random(uint256 below) private returns (uint256) {
        _seed = uint256(keccak256(abi.encode(_seed)));
        return _seed % below;
    }
}
