// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deals} from "../Deals.sol";
import {ICostPool} from "../interfaces/ICostPool.sol";
import {IGoodwill} from "../interfaces/IGoodwill.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {IMembers} from "../interfaces/IMembers.sol";

/// @title HalfPenaltyDeals
/// @notice One rule changed, for an experiment: a default costs half the penalty
contract HalfPenaltyDeals is Deals {
    constructor(
        ILedger ledger,
        IMembers members,
        ICostPool costPool,
        IGoodwill goodwill,
        address owner_
    ) Deals(ledger, members, costPool, goodwill, owner_) {}

    function penaltyOf(uint256 dealId) public view override returns (uint256) {
        return super.penaltyOf(dealId) / 2;
    }
}
