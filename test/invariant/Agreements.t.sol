// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {IGoodwill} from "../../contracts/interfaces/IGoodwill.sol";
import {Terms} from "../../contracts/types/Terms.sol";
import {Campaign} from "./Campaign.sol";

/// @notice Deals end once, along the graph of their states, and goodwill says nothing but how they ended.
/// @dev The handler compares each step: which states follow which, how often a deal was closed, and who paid what.
contract AgreementInvariants is Campaign {
    function invariant_goodwillIsWhatTheEndsOfDealsSay() external view {
        for (uint256 i = 0; i < handler.ACTORS(); ++i) {
            address account = handler.actor(i);
            uint256[3] memory counts = _countEnds(account);
            IGoodwill.Record memory record = goodwill.recordOf(account);
            assertEq(record.kept, counts[0], "kept");
            assertEq(record.wronged, counts[1], "wronged");
            assertEq(record.defaulted, counts[2], "defaulted");
            int256 score = int256(counts[0] + counts[1]) - 3 * int256(counts[2]);
            assertEq(goodwill.scoreOf(account), score, "score");
        }
    }

    function invariant_aPenaltyNeverExceedsTheBond() external view {
        uint256 count = deals.dealCount();
        for (uint256 id = 1; id <= count; ++id) {
            IDeals.Deal memory deal = deals.dealOf(id);
            Terms memory terms = deals.termsOf(deal.classId);
            assertTrue(deals.penaltyOf(id) <= uint256(terms.bond) * deal.quantity, "penalty");
        }
    }

    function invariant_everyDealWasSeenAndFollowsItsDeadlines() external view {
        uint256 count = deals.dealCount();
        for (uint256 id = 1; id <= count; ++id) {
            IDeals.Deal memory deal = deals.dealOf(id);
            assertTrue(handler.lastStatus(id) == deal.status, "no change without an action");
            assertTrue(handler.factsAtOpening(id) != 0, "seen when it opened");
            assertTrue(deal.signBy <= deal.deliverBy, "signing ends before delivery");
            assertTrue(deal.supplier != deal.retailer, "two parties");
        }
    }

    /// @dev Kept, wronged, defaulted.
    function _countEnds(address account) private view returns (uint256[3] memory counts) {
        uint256 count = deals.dealCount();
        for (uint256 id = 1; id <= count; ++id) {
            IDeals.Deal memory deal = deals.dealOf(id);
            if (deal.supplier != account && deal.retailer != account) continue;
            if (deal.status == IDeals.Status.Settled) ++counts[0];
            if (deal.status == IDeals.Status.SupplierDefaulted) ++counts[deal.supplier == account ? 2 : 1];
            if (deal.status == IDeals.Status.RetailerDefaulted) ++counts[deal.retailer == account ? 2 : 1];
        }
    }
}
