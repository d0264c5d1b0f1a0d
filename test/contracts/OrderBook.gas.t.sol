// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {console} from "hardhat/console.sol";

import {Side} from "../../contracts/types/Side.sol";
import {World} from "../support/World.sol";

/**
 * @notice What the book costs does not depend on how many orders rest in it.
 *
 * `setUp` fills six alliances, each with its own contracts: 10, 100 and 1,000 resting offers, all at one tick or each
 * at a tick of its own. A test then does one thing once in each of them. `setUp` is another transaction than the test,
 * and no alliance is touched twice, so every figure is the gas of a call whose contracts and slots are cold and whose
 * writes change slots that earlier transactions left. Not included: 21,000 of the transaction and its calldata.
 */
contract OrderBookGasTest is World {
    uint256 private constant FUNDS = 1e12;
    uint256[3] private _sizes = [uint256(10), 100, 1_000];

    address private _supplier;
    address private _retailer;
    Alliance[3] private _sameTick;
    Alliance[3] private _spreadTicks;

    function setUp() public override {
        vm.warp(START);
        for (uint256 i = 0; i < 3; ++i) {
            _sameTick[i] = _fill(_sizes[i], 0);
            // 47 has no factor in common with 256: neighbours in time are far apart in the bitmap.
            _spreadTicks[i] = _fill(_sizes[i], 47);
        }
    }

    function test_aMatchCostsTheSame() external {
        _measure("match, same tick", _sameTick, _matchWhole);
        _measure("match, spread ticks", _spreadTicks, _matchWhole);
    }

    /// @dev The rest of the offer keeps resting.
    function test_aMatchOfAPartCostsTheSame() external {
        _measure("match of a part, same tick", _sameTick, _matchPart);
        _measure("match of a part, spread ticks", _spreadTicks, _matchPart);
    }

    function test_placingCostsTheSame() external {
        _measure("place in line, same tick", _sameTick, _placeInLine);
        _measure("place in line, spread ticks", _spreadTicks, _placeInLine);
    }

    function test_placingAtANewTickCostsTheSame() external {
        _measure("place alone, same tick", _sameTick, _placeAlone);
        _measure("place alone, spread ticks", _spreadTicks, _placeAlone);
    }

    /// @dev From the middle of the queue.
    function test_cancellingCostsTheSame() external {
        _measure("cancel, same tick", _sameTick, _cancelOne);
        _measure("cancel, spread ticks", _spreadTicks, _cancelOne);
    }

    function test_expiringCostsTheSame() external {
        vm.warp(START + 1 days + 1);
        _measure("expire, same tick", _sameTick, _expireOne);
        _measure("expire, spread ticks", _spreadTicks, _expireOne);
    }

    /* MEASURING */

    /// @dev Prints the three figures; the largest is less than a tenth above the smallest.
    function _measure(
        string memory what,
        Alliance[3] storage alliances,
        function() returns (uint256) operation
    ) private {
        uint256[3] memory spent;
        for (uint256 i = 0; i < 3; ++i) {
            _use(alliances[i]);
            spent[i] = operation();
        }
        console.log(what, spent[0], spent[1], spent[2]);
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 k = 0; k < 3; ++k) assertTrue(spent[i] * 10 < spent[k] * 11, what);
        }
    }

    /// @dev The best offer is used up.
    function _matchWhole() private returns (uint256) {
        return _match(10);
    }

    function _matchPart() private returns (uint256) {
        return _match(5);
    }

    function _match(uint40 quantity) private returns (uint256 spent) {
        vm.prank(_retailer);
        spent = gasleft();
        orderBook.place(Side.Retailer, 1, _deliverBy(), quantity, type(uint16).max, uint32(START + 1 days));
        spent -= gasleft();
        assertEq(deals.dealCount(), 1, "one deal");
        assertEq(orderBook.orderOf(1).remaining, 10 - quantity, "left of the best offer");
    }

    function _placeInLine() private returns (uint256) {
        return _placeAt(1_000);
    }

    /// @dev No order rests at this tick.
    function _placeAlone() private returns (uint256) {
        return _placeAt(1_001);
    }

    function _placeAt(uint16 tick) private returns (uint256 spent) {
        vm.prank(_supplier);
        spent = gasleft();
        orderBook.place(Side.Supplier, 1, _deliverBy(), 5, tick, uint32(START + 1 days));
        spent -= gasleft();
        assertEq(deals.dealCount(), 0, "no deal");
    }

    function _cancelOne() private returns (uint256 spent) {
        uint256 middle = orderBook.orderCount() / 2;
        vm.cool(address(orderBook));
        vm.prank(_supplier);
        spent = gasleft();
        orderBook.cancel(middle);
        spent -= gasleft();
    }

    function _expireOne() private returns (uint256 spent) {
        uint256 middle = orderBook.orderCount() / 2;
        vm.cool(address(orderBook));
        vm.prank(STRANGER);
        spent = gasleft();
        orderBook.expire(middle);
        spent -= gasleft();
    }

    function _fill(uint256 size, uint256 stride) private returns (Alliance memory alliance) {
        alliance = _deployAlliance();
        _use(alliance);
        _supplier = _member(1, Side.Supplier, FUNDS);
        _retailer = _member(2, Side.Retailer, FUNDS);
        for (uint256 i = 0; i < size; ++i) _place(_supplier, Side.Supplier, 10, 1_000 + i * stride);
    }
}
