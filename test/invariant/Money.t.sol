// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {IMembers} from "../../contracts/interfaces/IMembers.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Terms} from "../../contracts/types/Terms.sol";
import {Campaign} from "./Campaign.sol";

/// @notice Money is conserved, everything locked has a reason, and everything can leave.
contract MoneyInvariants is Campaign {
    function invariant_whatIsHeldIsOwedOrDonated() external view {
        assertEq(
            token.balanceOf(address(ledger)),
            ledger.totalOwed() + handler.donated(),
            "tokens held are owed, or were donated"
        );
    }

    function invariant_whatIsOwedIsTheSumOfAllAccounts() external view {
        uint256 sum = _available(TREASURY) + _locked(TREASURY);
        for (uint256 i = 0; i < handler.ACTORS(); ++i) {
            address account = handler.actor(i);
            sum += _available(account) + _locked(account);
        }
        assertEq(ledger.totalOwed(), sum, "total owed");
    }

    function invariant_everyAccountOwnsWhatTheRulesSay() external view {
        assertEq(_available(TREASURY) + _locked(TREASURY), handler.wealth(TREASURY), "treasury");
        for (uint256 i = 0; i < handler.ACTORS(); ++i) {
            address account = handler.actor(i);
            assertEq(_available(account) + _locked(account), handler.wealth(account), "member");
        }
    }

    function invariant_whatIsLockedHasAReason() external view {
        assertEq(_locked(TREASURY), 0, "treasury");
        for (uint256 i = 0; i < handler.ACTORS(); ++i) {
            address account = handler.actor(i);
            IMembers.Member memory member = members.memberOf(account);
            (uint256 inOrders, uint256 openOrders) = _backingOfOrders(account);
            (uint256 inDeals, uint256 liveDeals) = _backingOfDeals(account);
            uint256 membership = member.joined ? MEMBERSHIP_BOND : 0;
            assertEq(_locked(account), membership + inOrders + inDeals, "membership, open orders and live deals");
            assertEq(member.commitments, openOrders + liveDeals, "commitments");
            assertTrue(member.joined || member.commitments == 0, "nobody leaves with commitments");
        }
    }

    function afterInvariant() external {
        _drain();
        _assertDrained();
    }

    function _backingOfOrders(address account) private view returns (uint256 locked, uint256 open) {
        uint256 count = orderBook.orderCount();
        for (uint256 id = 1; id <= count; ++id) {
            IOrderBook.Order memory order = orderBook.orderOf(id);
            if (order.remaining == 0 || order.owner != account) continue;
            Terms memory terms = deals.termsOf(order.classId);
            ++open;
            locked += uint256(terms.bond) * order.remaining;
            if (order.side == Side.Retailer) locked += uint256(terms.tickSize) * order.tick * order.remaining;
        }
    }

    function _backingOfDeals(address account) private view returns (uint256 locked, uint256 live) {
        uint256 count = deals.dealCount();
        for (uint256 id = 1; id <= count; ++id) {
            IDeals.Deal memory deal = deals.dealOf(id);
            if (deal.status >= IDeals.Status.Settled) continue;
            Terms memory terms = deals.termsOf(deal.classId);
            if (deal.supplier != account && deal.retailer != account) continue;
            ++live;
            locked += uint256(terms.bond) * deal.quantity;
            if (deal.retailer == account) locked += uint256(terms.tickSize) * deal.tick * deal.quantity;
        }
    }
}
