// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {console} from "hardhat/console.sol";

import {Side} from "../../contracts/types/Side.sol";
import {World} from "../support/World.sol";

/**
 * @notice The dearest placements there are stay far below the 16,777,216 gas that one transaction may use.
 *
 * Each resting offer belongs to another supplier and stands at the only tick of its word of the bitmap, so that no two
 * steps share a slot. The offers are placed in `setUp`, which is another transaction than the test.
 */
contract OrderBookWorstTest is World {
    uint256 private constant OFFERS = 33;
    uint256 private constant LIMIT = 8_000_000;

    address private _retailer;

    function setUp() public override {
        super.setUp();
        _retailer = _member(1, Side.Retailer, 1e12);
        for (uint256 i = 0; i < OFFERS; ++i) {
            _place(_member(2 + i, Side.Supplier, 1e6), Side.Supplier, 5, 1 + 300 * i);
        }
    }

    function test_asManyMatchesAsThereMayBe() external {
        uint256 spent = _demandEverything();
        assertEq(deals.dealCount(), 32, "deals");
        console.log("32 matches", spent);
        assertTrue(spent < LIMIT, "gas of 32 matches");
    }

    function test_asManyExpiredOrdersAsThereMayBe() external {
        vm.warp(START + 1 days + 1);
        uint256 spent = _demandEverything();
        assertEq(deals.dealCount(), 0, "deals");
        console.log("32 expired orders", spent);
        assertTrue(spent < LIMIT, "gas of 32 expired orders");
    }

    function _demandEverything() private returns (uint256 spent) {
        uint40 quantity = uint40(5 * OFFERS);
        vm.prank(_retailer);
        spent = gasleft();
        orderBook.place(Side.Retailer, classId, _deliverBy(), quantity, type(uint16).max, uint32(START + 2 days));
        spent -= gasleft();
        assertEq(orderBook.orderOf(OFFERS).remaining, 5, "the last offer is left");
    }
}
