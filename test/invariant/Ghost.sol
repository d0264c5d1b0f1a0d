// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Terms} from "../../contracts/types/Terms.sol";
import {Vm} from "../support/Vm.sol";
import {Cast} from "./Cast.sol";

/// @notice What an observer of the alliance writes down, to hold it against the contracts.
abstract contract Ghost is Cast {
    uint256 public constant TICKS = 5;

    address internal treasury;

    /// @notice Tokens sent to the Ledger without a deposit.
    uint256 public donated;
    /// @notice What an account should own in the Ledger, available and locked together.
    mapping(address account => uint256 amount) public wealth;
    /// @notice How often an action was done.
    mapping(string action => uint256 times) public done;

    /// @notice How a deal stood when it was last looked at, what it said when it opened, and how often it was closed.
    mapping(uint256 dealId => IDeals.Status status) public lastStatus;
    mapping(uint256 dealId => bytes32 hash) public factsAtOpening;
    mapping(uint256 dealId => uint256 times) public timesClosed;

    /// @notice What became of an order's quantity, from events.
    mapping(uint256 orderId => uint256 quantity) public placed;
    mapping(uint256 orderId => uint256 quantity) public filled;
    mapping(uint256 orderId => uint256 quantity) public released;

    /// @notice An order's limit, and whether it is an offer, as announced when it was placed.
    mapping(uint256 orderId => uint256 tick) public limit;
    mapping(uint256 orderId => bool isOffer) public isOffer;

    /// @notice The books in which orders were ever placed, as class id and delivery deadline.
    uint256[2][] public books;

    /// @notice The limits that orders use: neighbours, and ticks from two words of the bitmap.
    function tickAt(uint256 index) public pure returns (uint16) {
        return [uint16(1), 2, 255, 256, 300][index];
    }

    function bookCount() external view returns (uint256) {
        return books.length;
    }

    /// @dev Whom a test can pay or fine: everybody who is ever mentioned.
    function _everybody() internal view returns (address[] memory accounts) {
        accounts = new address[](ACTORS + 1);
        for (uint256 i = 0; i < ACTORS; ++i) accounts[i] = actor(i);
        accounts[ACTORS] = treasury;
    }

    function _rememberBook(uint256 classId, uint256 deliverBy) internal {
        for (uint256 i = 0; i < books.length; ++i) {
            if (books[i][0] == classId && books[i][1] == deliverBy) return;
        }
        books.push([classId, deliverBy]);
    }

    function _owned(address account) internal view returns (uint256) {
        return uint256(alliance.ledger.accountOf(account).available) + alliance.ledger.accountOf(account).locked;
    }

    function _pay(address from, address to, uint256 amount) internal {
        wealth[from] -= amount;
        wealth[to] += amount;
    }

    /// @dev The supplier's part of the cost is theta of it, rounded down; the retailer's is what is left.
    function _costPart(IDeals.Deal memory deal, bool ofSupplier) internal view returns (uint256) {
        Terms memory terms = alliance.deals.termsOf(deal.classId);
        uint256 cost = uint256(terms.operatingCost) * deal.quantity;
        uint256 part = (cost * terms.theta) / 1e18;
        return ofSupplier ? part : cost - part;
    }

    function _price(IDeals.Deal memory deal) internal view returns (uint256) {
        return uint256(alliance.deals.termsOf(deal.classId).tickSize) * deal.tick * deal.quantity;
    }

    function _penalty(IDeals.Deal memory deal) internal view returns (uint256) {
        return uint256(alliance.deals.termsOf(deal.classId).penalty) * deal.quantity;
    }

    /* OBSERVING */

    /// @dev Reads the events since the last look, and walks over all deals.
    function _observe() internal {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) _readEvent(logs[i]);
        uint256 count = alliance.deals.dealCount();
        for (uint256 id = 1; id <= count; ++id) _readDeal(id);
    }

    function _readEvent(Vm.Log memory log) private {
        bytes32 name = log.topics[0];
        if (name == IDeals.DealClosed.selector) {
            ++timesClosed[uint256(log.topics[1])];
        } else if (name == IOrderBook.OrdersMatched.selector) {
            _readMatch(uint256(log.topics[2]), uint256(log.topics[3]), log.data);
        } else if (name == IOrderBook.OrderReleased.selector) {
            (uint256 quantity, ) = abi.decode(log.data, (uint256, uint256));
            released[uint256(log.topics[1])] += quantity;
        } else if (name == IOrderBook.OrderPlaced.selector) {
            _readOrder(uint256(log.topics[1]), uint256(log.topics[3]) == uint256(Side.Supplier), log.data);
        }
    }

    function _readOrder(uint256 id, bool offers, bytes memory data) private {
        (uint256 classId, uint256 deliverBy, uint256 quantity, uint256 tick, ) = abi.decode(
            data,
            (uint256, uint256, uint256, uint256, uint256)
        );
        (placed[id], limit[id], isOffer[id]) = (quantity, tick, offers);
        _rememberBook(classId, deliverBy);
    }

    /// @dev The price is the resting order's limit, and within the incoming one's.
    function _readMatch(uint256 resting, uint256 incoming, bytes memory data) private {
        (uint256 quantity, uint256 tick) = abi.decode(data, (uint256, uint256));
        filled[resting] += quantity;
        filled[incoming] += quantity;
        assertEq(tick, limit[resting], "a match is at the resting order's price");
        assertTrue(isOffer[resting] != isOffer[incoming], "an offer meets a demand");
        bool agrees = isOffer[incoming] ? limit[incoming] <= tick : tick <= limit[incoming];
        assertTrue(agrees, "a match is within both limits");
    }

    function _readDeal(uint256 id) private {
        IDeals.Deal memory deal = alliance.deals.dealOf(id);
        IDeals.Status before = lastStatus[id];
        if (before != deal.status) assertTrue(_mayBecome(before, deal.status), "a deal only moves along the graph");
        bytes32 ofSupplier = alliance.deals.commitmentOf(id, Side.Supplier);
        bytes32 ofRetailer = alliance.deals.commitmentOf(id, Side.Retailer);
        bool agreed = ofSupplier == ofRetailer && ofSupplier != 0;
        if (deal.status == IDeals.Status.Matched) assertTrue(!agreed, "sides that agree have a signed deal");
        if (deal.status == IDeals.Status.Signed) assertTrue(agreed, "a deal is signed when both signed the same");
        lastStatus[id] = deal.status;
        bytes32 facts = keccak256(
            abi.encode(
                deal.supplier,
                deal.retailer,
                deal.quantity,
                deal.tick,
                deal.classId,
                deal.signBy,
                deal.deliverBy
            )
        );
        if (before == IDeals.Status.None) factsAtOpening[id] = facts;
        assertEq(facts, factsAtOpening[id], "what a deal says never changes");
        assertEq(timesClosed[id], deal.status < IDeals.Status.Settled ? 0 : 1, "a deal is closed once, when it ends");
    }

    /// @dev The arrows of the graph of states, each in one action.
    function _mayBecome(IDeals.Status from, IDeals.Status to) private pure returns (bool) {
        if (from == IDeals.Status.None) return to == IDeals.Status.Matched;
        if (from == IDeals.Status.Matched) {
            return
                to == IDeals.Status.Signed ||
                to == IDeals.Status.Lapsed ||
                to == IDeals.Status.SupplierDefaulted ||
                to == IDeals.Status.RetailerDefaulted ||
                to == IDeals.Status.Disagreed;
        }
        if (from == IDeals.Status.Signed) {
            return to == IDeals.Status.Delivered || to == IDeals.Status.SupplierDefaulted;
        }
        if (from == IDeals.Status.Delivered) {
            return
                to == IDeals.Status.Settled || to == IDeals.Status.RetailerDefaulted || to == IDeals.Status.Disagreed;
        }
        return false;
    }
}
