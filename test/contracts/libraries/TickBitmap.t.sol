// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {TickBitmap} from "../../../contracts/libraries/TickBitmap.sol";
import {Test} from "../../support/Test.sol";

/// @notice The bitmap against a set that is a plain list of flags, searched from one end to the other.
contract TickBitmapTest is Test {
    using TickBitmap for TickBitmap.Set;

    TickBitmap.Set private _set;
    mapping(uint16 tick => bool member) private _naive;

    /* EXAMPLES */

    function test_anEmptySetHasNoEnds() external view {
        (bool found, uint16 tick) = _set.lowest();
        assertTrue(!found && tick == 0, "no lowest");
        (found, tick) = _set.highest();
        assertTrue(!found && tick == 0, "no highest");
        assertTrue(!_set.contains(0), "tick 0 is no member");
    }

    /// @dev Word borders, and both ends of the range.
    function test_bordersOfWords() external {
        uint16[8] memory ticks = [uint16(0), 1, 255, 256, 257, 511, 65_279, 65_535];
        for (uint256 i = 0; i < ticks.length; ++i) {
            _set.add(ticks[i]);
            _assertEnds(0, ticks[i]);
        }
        for (uint256 i = 0; i < ticks.length; ++i) {
            _assertEnds(ticks[i], 65_535);
            _set.remove(ticks[i]);
            assertTrue(!_set.contains(ticks[i]), "removed");
        }
        (bool found, ) = _set.lowest();
        assertTrue(!found, "empty again");
        assertEq(_set.summary, 0, "summary of an empty set");
    }

    function test_addingTwiceIsAddingOnce() external {
        _set.add(300);
        _set.add(300);
        _set.remove(300);
        (bool found, ) = _set.highest();
        assertTrue(!found, "one removal is enough");
    }

    function test_removingAStrangerChangesNothing() external {
        _set.add(300);
        _set.remove(301); // same word
        _set.remove(900); // empty word
        _assertEnds(300, 300);
    }

    function testFuzz_aSingleTickIsBothEnds(uint16 tick) external {
        _set.add(tick);
        assertTrue(_set.contains(tick), "contained");
        _assertEnds(tick, tick);
        assertEq(_set.summary, 1 << (tick / 256), "summary names its word");
        assertEq(_set.words[uint8(tick / 256)], 1 << (tick % 256), "word names its bit");
    }

    /* AGAINST THE NAIVE SET */

    /// @dev Ticks close together: words fill, empty and fill again.
    /// hardhat-config: fuzz.runs = 128
    function testFuzz_equalsTheNaiveSetWhenDense(uint256 seed) external {
        _walk(seed, 250, 20);
    }

    /// @dev Ticks from four words.
    /// hardhat-config: fuzz.runs = 64
    function testFuzz_equalsTheNaiveSetWhenSparse(uint256 seed) external {
        _walk(seed, 100, 1_024);
    }

    function _walk(uint256 seed, uint16 from, uint16 span) private {
        for (uint256 i = 0; i < 60; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint16 tick = from + uint16(seed % span);
            if ((seed >> 128) % 5 < 3) {
                _set.add(tick);
                _naive[tick] = true;
            } else {
                _set.remove(tick);
                _naive[tick] = false;
            }
            assertTrue(_set.contains(tick) == _naive[tick], "membership");
            if (span < 100 || i % 10 == 9) _assertEqualsNaive(from, span);
        }
    }

    function _assertEqualsNaive(uint16 from, uint16 span) private view {
        bool any = false;
        uint16 low = 0;
        uint16 high = 0;
        for (uint16 tick = from; tick < from + span; ++tick) {
            assertTrue(_set.contains(tick) == _naive[tick], "membership of every tick");
            if (!_naive[tick]) continue;
            if (!any) low = tick;
            high = tick;
            any = true;
        }
        if (any) return _assertEnds(low, high);
        (bool found, ) = _set.lowest();
        assertTrue(!found, "nothing is lowest");
        (found, ) = _set.highest();
        assertTrue(!found, "nothing is highest");
    }

    function _assertEnds(uint16 low, uint16 high) private view {
        (bool found, uint16 tick) = _set.lowest();
        assertTrue(found, "a lowest tick is found");
        assertEq(tick, low, "lowest");
        (found, tick) = _set.highest();
        assertTrue(found, "a highest tick is found");
        assertEq(tick, high, "highest");
    }
}
