// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/**
 * @title TickBitmap
 * @notice A set of ticks that knows its lowest and highest member in constant time
 *
 * Two levels: bit t % 256 of word t / 256 says whether tick t is in the set; bit w of the summary says whether word w
 * has any tick. Every operation reads and writes at most two words.
 */
library TickBitmap {
    struct Set {
        uint256 summary;
        mapping(uint8 word => uint256 bits) words;
    }

    /// @notice Puts `tick` into the set.
    function add(Set storage self, uint16 tick) internal {
        (uint8 word, uint256 bit) = _position(tick);
        uint256 bits = self.words[word];
        if (bits == 0) self.summary |= 1 << word;
        self.words[word] = bits | bit;
    }

    /// @notice Takes `tick` out of the set.
    function remove(Set storage self, uint16 tick) internal {
        (uint8 word, uint256 bit) = _position(tick);
        uint256 bits = self.words[word] & ~bit;
        self.words[word] = bits;
        if (bits == 0) self.summary &= ~(uint256(1) << word);
    }

    /// @notice Whether `tick` is in the set.
    function contains(Set storage self, uint16 tick) internal view returns (bool) {
        (uint8 word, uint256 bit) = _position(tick);
        return self.words[word] & bit != 0;
    }

    /// @notice The lowest tick of the set.
    /// @return found False when the set is empty.
    function lowest(Set storage self) internal view returns (bool found, uint16 tick) {
        uint256 summary = self.summary;
        if (summary == 0) return (false, 0);
        uint256 word = _lowestBit(summary);
        return (true, uint16((word << 8) | _lowestBit(self.words[uint8(word)])));
    }

    /// @notice The highest tick of the set.
    /// @return found False when the set is empty.
    function highest(Set storage self) internal view returns (bool found, uint16 tick) {
        uint256 summary = self.summary;
        if (summary == 0) return (false, 0);
        uint256 word = Math.log2(summary);
        return (true, uint16((word << 8) | Math.log2(self.words[uint8(word)])));
    }

    function _position(uint16 tick) private pure returns (uint8 word, uint256 bit) {
        word = uint8(tick >> 8);
        bit = 1 << uint8(tick); // the lowest 8 bits
    }

    function _lowestBit(uint256 bits) private pure returns (uint256) {
        // Two's complement: x & -x keeps the lowest bit; negation wraps on purpose.
        unchecked {
            return Math.log2(bits & (~bits + 1));
        }
    }
}
