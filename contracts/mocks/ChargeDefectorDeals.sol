// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deals} from "../Deals.sol";
import {ICostPool} from "../interfaces/ICostPool.sol";
import {IGoodwill} from "../interfaces/IGoodwill.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {Side} from "../types/Side.sol";

/// @title ChargeDefectorDeals
/// @notice One rule changed, for an experiment: a side that did not sign pays its cost share too
/// @dev Warning: while that side cannot pay, the deal cannot end. The alliance's own rule has no such state.
contract ChargeDefectorDeals is Deals {
    constructor(
        ILedger ledger,
        IMembers members,
        ICostPool costPool,
        IGoodwill goodwill,
        address owner_
    ) Deals(ledger, members, costPool, goodwill, owner_) {}

    function _close(uint256 dealId, Status outcome, bool payPrice) internal override {
        super._close(dealId, outcome, payPrice);
        Deal memory deal = this.dealOf(dealId);
        if (this.commitmentOf(dealId, Side.Supplier) == 0) _chargeCost(dealId, Side.Supplier, deal.supplier);
        if (this.commitmentOf(dealId, Side.Retailer) == 0) _chargeCost(dealId, Side.Retailer, deal.retailer);
    }
}
