// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ShareMath} from "../../../contracts/libraries/ShareMath.sol";
import {Test} from "../../support/Test.sol";

/// @notice Apportioning an amount: nothing is lost, nobody is favoured by a whole unit, more theta is never less money.
contract ShareMathTest is Test {
    uint256 private constant WHOLE = 1e18;

    function test_theWholeIsOneE18() external pure {
        assertEq(ShareMath.WHOLE, WHOLE, "the whole");
    }

    function test_handComputedPoints() external pure {
        _check(0, 0.5e18, 0, 0);
        _check(1, 0.5e18, 0, 1);
        _check(101, 0.37e18, 37, 64);
        _check(3, 0.333333333333333333e18, 0, 3);
        _check(3, 0.333333333333333334e18, 1, 2);
        _check(1_000, 1, 0, 1_000);
        _check(WHOLE, 1, 1, WHOLE - 1);
        _check(type(uint256).max, WHOLE, type(uint256).max, 0);
        _check(type(uint256).max, 0, 0, type(uint256).max);
    }

    function testFuzz_partsAddUpToTheAmount(uint256 amount, uint256 theta) external pure {
        (uint256 first, uint256 second) = ShareMath.splitDown(amount, bound(theta, 0, WHOLE));
        assertEq(first + second, amount, "sum of the parts");
    }

    /// @dev first <= amount * theta / 1e18 < first + 1, walked over amounts whose product fits into a word.
    function testFuzz_firstIsBelowTheExactShareByLessThanOne(uint128 amount, uint256 theta) external pure {
        theta = bound(theta, 0, WHOLE);
        (uint256 first, ) = ShareMath.splitDown(amount, theta);
        uint256 exactTimesWhole = uint256(amount) * theta;
        assertTrue(first * WHOLE <= exactTimesWhole, "first is not above its exact share");
        assertTrue(exactTimesWhole - first * WHOLE < WHOLE, "first lacks less than one unit");
    }

    /// @dev (1 - theta) * amount <= second < (1 - theta) * amount + 1.
    function testFuzz_secondIsAboveTheExactShareByLessThanOne(uint128 amount, uint256 theta) external pure {
        theta = bound(theta, 0, WHOLE);
        (, uint256 second) = ShareMath.splitDown(amount, theta);
        uint256 exactTimesWhole = uint256(amount) * (WHOLE - theta);
        assertTrue(second * WHOLE >= exactTimesWhole, "second is not below its exact share");
        assertTrue(second * WHOLE - exactTimesWhole < WHOLE, "second exceeds it by less than one unit");
    }

    function testFuzz_growsWithTheta(uint256 amount, uint256 theta, uint256 more) external pure {
        theta = bound(theta, 0, WHOLE);
        more = bound(more, theta, WHOLE);
        (uint256 first, uint256 second) = ShareMath.splitDown(amount, theta);
        (uint256 firstOfMore, uint256 secondOfMore) = ShareMath.splitDown(amount, more);
        assertTrue(firstOfMore >= first, "a larger theta is no smaller first part");
        assertTrue(secondOfMore <= second, "a larger theta is no larger second part");
    }

    function testFuzz_growsWithTheAmount(uint256 amount, uint256 larger, uint256 theta) external pure {
        theta = bound(theta, 0, WHOLE);
        larger = bound(larger, amount, type(uint256).max);
        (uint256 first, uint256 second) = ShareMath.splitDown(amount, theta);
        (uint256 firstOfLarger, uint256 secondOfLarger) = ShareMath.splitDown(larger, theta);
        assertTrue(firstOfLarger >= first && secondOfLarger >= second, "a larger amount is no smaller part");
    }

    function testFuzz_theEndsGiveEverythingToOneSide(uint256 amount) external pure {
        _check(amount, 0, 0, amount);
        _check(amount, WHOLE, amount, 0);
    }

    function _check(uint256 amount, uint256 theta, uint256 first, uint256 second) private pure {
        (uint256 actualFirst, uint256 actualSecond) = ShareMath.splitDown(amount, theta);
        assertEq(actualFirst, first, "first part");
        assertEq(actualSecond, second, "second part");
    }
}
