// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Vm} from "./Vm.sol";

/// @notice What every test has: cheat codes, and assertions that say what differs.
abstract contract Test {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    error Assert_False(string what);
    error Assert_NotEqual(string what, uint256 actual, uint256 expected);
    error Assert_NotEqualSigned(string what, int256 actual, int256 expected);
    error Assert_NotEqualAddress(string what, address actual, address expected);
    error Assert_NotEqualWord(string what, bytes32 actual, bytes32 expected);

    function assertTrue(bool condition, string memory what) internal pure {
        require(condition, Assert_False(what));
    }

    function assertEq(uint256 actual, uint256 expected, string memory what) internal pure {
        require(actual == expected, Assert_NotEqual(what, actual, expected));
    }

    function assertEq(int256 actual, int256 expected, string memory what) internal pure {
        require(actual == expected, Assert_NotEqualSigned(what, actual, expected));
    }

    function assertEq(address actual, address expected, string memory what) internal pure {
        require(actual == expected, Assert_NotEqualAddress(what, actual, expected));
    }

    function assertEq(bytes32 actual, bytes32 expected, string memory what) internal pure {
        require(actual == expected, Assert_NotEqualWord(what, actual, expected));
    }

    /// @dev Maps any number into [min, max].
    function bound(uint256 number, uint256 min, uint256 max) internal pure returns (uint256) {
        if (number >= min && number <= max) return number;
        uint256 span = max - min + 1; // 0 when the range is everything, which the line above has returned
        return min + (number % span);
    }
}
