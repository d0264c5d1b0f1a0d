// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title ShareMath
/// @notice Apportioning an amount between two sides
library ShareMath {
    /// @dev Fixed-point one: a share of 1e18 is the whole.
    uint256 internal constant WHOLE = 1e18;

    /**
     * @notice Splits `amount` into theta and 1 - theta.
     *
     * first = floor(amount * theta / 1e18),  second = amount - first
     *
     * Where `amount` is in token units and theta is a fixed-point number where 1e18 is the whole.
     * Notes: first + second == amount for every theta; the second side bears the rounding, less than one token unit.
     * Assumptions: theta <= 1e18.
     */
    function splitDown(uint256 amount, uint256 theta) internal pure returns (uint256 first, uint256 second) {
        first = Math.mulDiv(amount, theta, WHOLE);
        second = amount - first;
    }
}
