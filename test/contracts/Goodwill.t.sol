// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGoodwill} from "../../contracts/interfaces/IGoodwill.sol";
import {IOperated} from "../../contracts/interfaces/IOperated.sol";
import {World} from "../support/World.sol";

/// @notice Goodwill counts ends of deals; a default weighs as much as three agreements kept.
contract GoodwillTest is World {
    IGoodwill private _goodwill;

    function setUp() public override {
        _goodwill = IGoodwill(_create("contracts/Goodwill.sol:Goodwill", ""));
        IOperated(address(_goodwill)).sealOperators(_list(address(this)));
    }

    function test_startsAtZero() external view {
        _assertRecord(STRANGER, 0, 0, 0, 0);
    }

    function test_eachCauseCountsOnce() external {
        _record(7, IGoodwill.Cause.Kept, 1);
        _assertRecord(STRANGER, 1, 0, 0, 1);
        _record(8, IGoodwill.Cause.Wronged, 2);
        _assertRecord(STRANGER, 1, 1, 0, 2);
        _record(9, IGoodwill.Cause.Defaulted, -1);
        _assertRecord(STRANGER, 1, 1, 1, -1);
        _assertRecord(TREASURY, 0, 0, 0, 0);
    }

    function test_threeKeptUndoOneDefault() external {
        _record(1, IGoodwill.Cause.Defaulted, -3);
        _record(2, IGoodwill.Cause.Kept, -2);
        _record(3, IGoodwill.Cause.Kept, -1);
        _record(4, IGoodwill.Cause.Kept, 0);
    }

    /// @dev Whatever the order of events, the score is a function of the three counts.
    /// hardhat-config: fuzz.runs = 64
    function testFuzz_scoreIsAFunctionOfTheCounts(uint8[] memory causes) external {
        int256[3] memory counts;
        for (uint256 i = 0; i < causes.length && i < 50; ++i) {
            uint8 cause = causes[i] % 3;
            ++counts[cause];
            _goodwill.record(i, STRANGER, IGoodwill.Cause(cause));
        }
        _assertRecord(
            STRANGER,
            uint256(counts[0]),
            uint256(counts[1]),
            uint256(counts[2]),
            counts[0] + counts[1] - counts[2] - counts[2] - counts[2]
        );
    }

    function _record(uint256 dealId, IGoodwill.Cause cause, int256 score) private {
        vm.expectEmit(address(_goodwill));
        emit IGoodwill.GoodwillChanged(dealId, STRANGER, cause, score);
        _goodwill.record(dealId, STRANGER, cause);
    }

    function _assertRecord(
        address member,
        uint256 kept,
        uint256 wronged,
        uint256 defaulted,
        int256 score
    ) private view {
        IGoodwill.Record memory counts = _goodwill.recordOf(member);
        assertEq(counts.kept, kept, "kept");
        assertEq(counts.wronged, wronged, "wronged");
        assertEq(counts.defaulted, defaulted, "defaulted");
        assertEq(_goodwill.scoreOf(member), score, "score");
    }
}
