// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {Test} from "../support/Test.sol";
import {World} from "../support/World.sol";

/// @notice Who acts: six accounts with their keys, and a stranger; and how each choice follows from a seed.
abstract contract Cast is Test {
    uint256 public constant ACTORS = 6;
    address internal constant STRANGER = address(0xbad);

    World.Alliance internal alliance;
    uint256 internal _seed;

    constructor(World.Alliance memory alliance_) {
        alliance = alliance_;
    }

    function actor(uint256 index) public pure returns (address) {
        return vm.addr(_keyOf(index));
    }

    function _keyOf(uint256 index) internal pure returns (uint256) {
        return 1_000 + index;
    }

    function _signatureOf(address signer, bytes32 digest) internal pure returns (bytes memory) {
        uint256 key = 0;
        for (uint256 i = 0; i < ACTORS; ++i) {
            if (actor(i) == signer) key = _keyOf(i);
        }
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    /// @dev An open order, from a random one on; 0 if there is none.
    function _openOrder(bool expired) internal returns (uint256) {
        uint256 count = alliance.orderBook.orderCount();
        uint256 start = _random(count + 1);
        for (uint256 i = 0; i < count; ++i) {
            uint256 id = 1 + ((start + i) % count);
            IOrderBook.Order memory order = alliance.orderBook.orderOf(id);
            if (order.remaining > 0 && (!expired || order.expiry < _now())) return id;
        }
        return 0;
    }

    /// @dev Up to and including the deadline of its state.
    function _isInTime(IDeals.Deal memory deal) internal view returns (bool) {
        return _now() <= _deadlineOf(deal);
    }

    function _deadlineOf(IDeals.Deal memory deal) internal pure returns (uint256) {
        if (deal.status == IDeals.Status.Matched) return deal.signBy;
        if (deal.status == IDeals.Status.Signed) return deal.deliverBy;
        return deal.acceptBy;
    }

    function _now() internal view returns (uint256) {
        return vm.getBlockTimestamp();
    }

    function _random(uint256 below) internal returns (uint256) {
        _seed = uint256(keccak256(abi.encode(_seed)));
        return _seed % below;
    }
}
