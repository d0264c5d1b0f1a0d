// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {Side} from "../../contracts/types/Side.sol";
import {World} from "../support/World.sol";
import {Cast} from "./Cast.sol";

/// @notice Tries what nobody may do, at any time; every attempt must fail.
contract Meddler is Cast {
    /// @notice How often there was a deal to meddle with.
    uint256 public times;

    constructor(World.Alliance memory alliance_) Cast(alliance_) {}

    /// @dev Refused: whoever has no business with an order or a deal, who comes too early, and who comes too late.
    function meddle(uint256 seed) external {
        _seed = seed;
        uint256 order = _openOrder(false);
        if (order != 0) {
            _mustFail(STRANGER, address(alliance.orderBook), abi.encodeCall(IOrderBook.cancel, (order)));
            bool isOver = alliance.orderBook.orderOf(order).expiry < _now();
            bytes memory removal = abi.encodeCall(IOrderBook.expire, (order));
            if (!isOver) _mustFail(STRANGER, address(alliance.orderBook), removal);
        }
        uint256 count = alliance.deals.dealCount();
        if (count == 0) return;
        uint256 id = 1 + _random(count);
        IDeals.Deal memory deal = alliance.deals.dealOf(id);
        address target = address(alliance.deals);
        bool inTime = _isInTime(deal);
        bool isLive = deal.status < IDeals.Status.Settled;
        bytes[3] memory calls = [
            abi.encodeCall(IDeals.deliver, (id, 0)),
            abi.encodeCall(IDeals.accept, (id)),
            abi.encodeCall(IDeals.refuse, (id))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            _mustFail(STRANGER, target, calls[i]);
            if (inTime && isLive) continue;
            _mustFail(deal.supplier, target, calls[i]);
            _mustFail(deal.retailer, target, calls[i]);
        }
        if (inTime || !isLive) _mustFail(STRANGER, target, abi.encodeCall(IDeals.enforce, (id)));
        _wrongSignatureMustFail(id, deal, inTime && deal.status == IDeals.Status.Matched);
        ++times;
    }

    /// @dev A forged signature is never taken, a good one not out of time, and no stranger replaces one by another.
    function _wrongSignatureMustFail(uint256 id, IDeals.Deal memory deal, bool open) private {
        address target = address(alliance.deals);
        bytes32 commitment = bytes32(_seed | 1);
        bytes32 digest = alliance.deals.agreementDigest(id, commitment);
        bytes memory forged = _signatureOf(deal.retailer, digest);
        _mustFail(deal.supplier, target, abi.encodeCall(IDeals.sign, (id, Side.Supplier, commitment, forged)));
        bytes memory call = abi.encodeCall(
            IDeals.sign,
            (id, Side.Supplier, commitment, _signatureOf(deal.supplier, digest))
        );
        if (!open) _mustFail(deal.supplier, target, call);
        if (!open || alliance.deals.commitmentOf(id, Side.Supplier) != 0) _mustFail(STRANGER, target, call);
    }

    function _mustFail(address caller, address target, bytes memory call) private {
        vm.prank(caller);
        (bool success, ) = target.call(call);
        assertTrue(!success, "refused");
    }
}
