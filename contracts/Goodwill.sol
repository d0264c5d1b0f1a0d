// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGoodwill} from "./interfaces/IGoodwill.sol";
import {Operated} from "./Operated.sol";

/// @title Goodwill
/// @notice What the ends of deals say of a member
contract Goodwill is IGoodwill, Operated {
    /// @dev One default undoes three kept agreements.
    int256 private constant _DEFAULT_WEIGHT = 3;

    mapping(address member => Record counts) private _records;

    /// @inheritdoc IGoodwill
    function record(uint256 dealId, address member, Cause cause) external override onlyOperator {
        // Effect
        Record storage counts = _records[member];
        if (cause == Cause.Kept) ++counts.kept;
        else if (cause == Cause.Wronged) ++counts.wronged;
        else ++counts.defaulted;

        // Log
        emit GoodwillChanged(dealId, member, cause, scoreOf(member));
    }

    /// @inheritdoc IGoodwill
    function recordOf(address member) external view override returns (Record memory) {
        return _records[member];
    }

    /// @inheritdoc IGoodwill
    function scoreOf(address member) public view override returns (int256) {
        Record storage counts = _records[member];
        // safe: the sum of three 64-bit counts is far below 2^255
        return int256(uint256(counts.kept) + counts.wronged) - _DEFAULT_WEIGHT * int256(uint256(counts.defaulted));
    }
}
