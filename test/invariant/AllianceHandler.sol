// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {IMembers} from "../../contracts/interfaces/IMembers.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Terms} from "../../contracts/types/Terms.sol";
import {World} from "../support/World.sol";
import {Cast} from "./Cast.sol";
import {Ghost} from "./Ghost.sol";

/**
 * @notice Everything that six accounts and a stranger can do to an alliance. Each function makes a valid call, or none
 * when nothing valid is possible; a call that reverts is a bug. What the call must pay is written down in `wealth`
 * beforehand, in this file's own words, and compared afterwards for everybody.
 */
contract AllianceHandler is Ghost {
    /// @dev Records events, takes the seed, and compares afterwards.
    modifier watched(uint256 seed) {
        vm.recordLogs();
        _seed = seed;
        _;
        _observe();
        address[] memory accounts = _everybody();
        for (uint256 i = 0; i < accounts.length; ++i) {
            assertEq(_owned(accounts[i]), wealth[accounts[i]], "everybody owns what the rules say");
        }
    }

    constructor(World.Alliance memory alliance_) Cast(alliance_) {
        treasury = alliance.costPool.treasury();
    }

    /* MONEY */

    function deposit(uint256 seed) external watched(seed) {
        address account = _anybody();
        uint256 amount = 1 + _random(10_000_000);
        alliance.token.mint(account, amount);
        wealth[account] += amount;
        vm.startPrank(account);
        alliance.token.approve(address(alliance.ledger), amount);
        alliance.ledger.deposit(amount);
        vm.stopPrank();
        ++done["deposit"];
    }

    function withdraw(uint256 seed) external watched(seed) {
        address account = _random(8) == 0 ? treasury : _anybody();
        uint256 available = alliance.ledger.accountOf(account).available;
        if (available == 0) return;
        uint256 amount = 1 + _random(available / 4 + 1);
        wealth[account] -= amount;
        vm.prank(account);
        alliance.ledger.withdrawTo(_anybody(), amount);
        ++done["withdraw"];
    }

    function donate(uint256 seed) external watched(seed) {
        uint256 amount = _random(1_000);
        alliance.token.mint(address(alliance.ledger), amount);
        donated += amount;
        ++done["donate"];
    }

    /* MEMBERSHIP */

    /// @dev Even accounts mostly supply, odd ones mostly buy; after leaving, either may come back in the other role.
    function join(uint256 seed) external watched(seed) {
        uint256 start = _random(ACTORS);
        for (uint256 i = 0; i < ACTORS; ++i) {
            uint256 index = (start + i) % ACTORS;
            address account = actor(index);
            bool canPay = alliance.ledger.accountOf(account).available >= alliance.members.membershipBond();
            if (alliance.members.memberOf(account).joined || !canPay) continue;
            vm.prank(account);
            alliance.members.join(Side((_random(8) == 0 ? index + 1 : index) % 2));
            ++done["join"];
            return;
        }
    }

    function giveNotice(uint256 seed) external watched(seed) {
        address account = _anybody();
        IMembers.Member memory member = alliance.members.memberOf(account);
        if (!member.joined || member.noticeEnd != 0 || _random(6) != 0) return;
        vm.prank(account);
        alliance.members.giveNotice();
        ++done["giveNotice"];
    }

    function resign(uint256 seed) external watched(seed) {
        uint256 start = _random(ACTORS);
        for (uint256 i = 0; i < ACTORS; ++i) {
            address account = actor((start + i) % ACTORS);
            IMembers.Member memory member = alliance.members.memberOf(account);
            bool over = member.noticeEnd != 0 && _now() >= member.noticeEnd;
            if (!over || member.commitments > 0) continue;
            vm.prank(account);
            alliance.members.resign();
            ++done["resign"];
            return;
        }
    }

    /* ORDERS */

    function offer(uint256 seed) external watched(seed) {
        _place(Side.Supplier);
    }

    function demand(uint256 seed) external watched(seed) {
        _place(Side.Retailer);
    }

    function cancel(uint256 seed) external watched(seed) {
        uint256 id = _openOrder(false);
        if (id == 0 || _random(4) != 0) return;
        vm.prank(alliance.orderBook.orderOf(id).owner);
        alliance.orderBook.cancel(id);
        ++done["cancel"];
    }

    function expire(uint256 seed) external watched(seed) {
        uint256 id = _openOrder(true);
        if (id == 0) return;
        vm.prank(STRANGER);
        alliance.orderBook.expire(id);
        ++done["expire"];
    }

    /* DEALS */

    /// @dev The first signature of a side, and mostly that of the other side, too, and over the same commitment.
    function sign(uint256 seed) external watched(seed) {
        uint256 id = _liveDeal(IDeals.Status.Matched, true);
        if (id == 0) return;
        Side side = Side(_random(2));
        _signFirst(id, side);
        if (id % 4 > 0) _signFirst(id, _other(side));
    }

    /// @dev A side changes its mind, which costs nothing more.
    function signAgain(uint256 seed) external watched(seed) {
        uint256 id = _liveDeal(IDeals.Status.Matched, true);
        if (id == 0) return;
        IDeals.Deal memory deal = alliance.deals.dealOf(id);
        Side side = Side(_random(2));
        bytes32 previous = alliance.deals.commitmentOf(id, side);
        if (previous == 0) return;
        address signer = side == Side.Supplier ? deal.supplier : deal.retailer;
        bytes32 partner = alliance.deals.commitmentOf(id, _other(side));
        uint256 commitment = partner == 0 || _random(2) == 0 ? 200 + _random(100) : uint256(partner);
        if (bytes32(commitment) == previous) return;
        _sign(id, side, signer, commitment, signer);
        ++done["signAgain"];
    }

    /// @dev Every fifth delivery never comes.
    function deliver(uint256 seed) external watched(seed) {
        uint256 id = _liveDeal(IDeals.Status.Signed, true);
        if (id == 0 || id % 5 == 0) return;
        vm.prank(alliance.deals.dealOf(id).supplier);
        alliance.deals.deliver(id, bytes32(seed));
        ++done["deliver"];
    }

    /// @dev Every third retailer never answers.
    function accept(uint256 seed) external watched(seed) {
        uint256 id = _liveDeal(IDeals.Status.Delivered, true);
        if (id == 0 || id % 3 == 0) return;
        IDeals.Deal memory deal = alliance.deals.dealOf(id);
        _pay(deal.retailer, deal.supplier, _price(deal));
        vm.prank(deal.retailer);
        alliance.deals.accept(id);
        ++done["accept"];
    }

    function refuse(uint256 seed) external watched(seed) {
        uint256 id = _liveDeal(IDeals.Status.Delivered, true);
        if (id == 0 || id % 3 == 0) return;
        IDeals.Deal memory deal = alliance.deals.dealOf(id);
        _forfeit(deal);
        vm.prank(deal.retailer);
        alliance.deals.refuse(id);
        ++done["refuse"];
    }

    /// @dev Anybody ends a deal whose time is over. Who broke it pays; nobody ever pays more than price and bond.
    function enforce(uint256 seed) external watched(seed) {
        uint256 first = _random(3);
        uint256 id = 0;
        for (uint256 i = 0; i < 3 && id == 0; ++i) id = _liveDeal(IDeals.Status(1 + ((first + i) % 3)), false);
        if (id == 0) return;
        IDeals.Deal memory deal = alliance.deals.dealOf(id);
        IDeals.Status stage = deal.status;
        if (stage == IDeals.Status.Matched) {
            bool supplierSigned = alliance.deals.commitmentOf(id, Side.Supplier) != 0;
            bool retailerSigned = alliance.deals.commitmentOf(id, Side.Retailer) != 0;
            if (supplierSigned && !retailerSigned) _pay(deal.retailer, deal.supplier, _penalty(deal));
            if (retailerSigned && !supplierSigned) _pay(deal.supplier, deal.retailer, _penalty(deal));
            if (supplierSigned && retailerSigned) _forfeit(deal);
            if (supplierSigned && retailerSigned) ++done["disagree"];
            else if (supplierSigned == retailerSigned) ++done["lapse"];
            else ++done["enforce unsigned"];
        } else if (stage == IDeals.Status.Signed) {
            _pay(deal.supplier, deal.retailer, _penalty(deal));
            ++done["enforce undelivered"];
        } else {
            _pay(deal.retailer, deal.supplier, _price(deal) + _penalty(deal));
            ++done["enforce unanswered"];
        }
        vm.prank(STRANGER);
        alliance.deals.enforce(id);
    }

    /* TIME */

    /// @dev Some time passes; or it becomes the last second of an order or a deal, or the second after.
    function wait(uint256 seed) external watched(seed) {
        uint256 pace = _random(12);
        uint256 deadline = _random(2) == 0 ? _someExpiry() : _someDeadline();
        if (pace < 4 && deadline >= _now()) vm.warp(deadline + (pace % 2));
        else
            vm.warp(
                _now() +
                    (
                        pace == 4
                            ? 50 hours
                            : pace < 7
                                ? 30 minutes
                                : 3 minutes
                    )
            );
        ++done["wait"];
    }

    /* HELPERS */

    /// @dev Where the sides contradict each other, both pay their penalty to the treasury.
    function _forfeit(IDeals.Deal memory deal) private {
        _pay(deal.supplier, treasury, _penalty(deal));
        _pay(deal.retailer, treasury, _penalty(deal));
    }

    /// @dev The first member on that side that can pay, from a random one on.
    function _place(Side side) private {
        uint32 classId = _random(4) == 0 ? 2 : 1;
        Terms memory terms = alliance.deals.termsOf(classId);
        uint32 deliverBy = (uint32(_now()) / terms.deliveryGrid + 2 + uint32(_random(4) / 3)) * terms.deliveryGrid;
        uint40 quantity = terms.lot * uint40(1 + _random(4));
        uint16 tick = tickAt((side == Side.Supplier ? 0 : 1) + _random(TICKS - 1));
        uint256 latest = deliverBy - terms.signPeriod;
        uint32 expiry = uint32(_random(3) == 0 ? _now() + _random(1 hours) : latest - _random(latest - _now()));
        uint256 needed =
            (uint256(terms.bond) + (side == Side.Retailer ? uint256(terms.tickSize) * tick : 0)) * quantity;
        uint256 start = _random(ACTORS);
        for (uint256 i = 0; i < ACTORS; ++i) {
            address owner = actor((start + i) % ACTORS);
            IMembers.Member memory member = alliance.members.memberOf(owner);
            bool isActive = member.joined && member.side == side && member.noticeEnd == 0;
            if (!isActive || alliance.ledger.accountOf(owner).available < needed) continue;
            vm.prank(owner);
            alliance.orderBook.place(side, classId, deliverBy, quantity, tick, expiry);
            ++done[side == Side.Supplier ? "offer" : "demand"];
            return;
        }
    }

    /// @dev Anybody brings it; it costs the signer its part of the operating cost.
    function _signFirst(uint256 id, Side side) private {
        IDeals.Deal memory deal = alliance.deals.dealOf(id);
        address signer = side == Side.Supplier ? deal.supplier : deal.retailer;
        uint256 part = _costPart(deal, side == Side.Supplier);
        bool canPay = alliance.ledger.accountOf(signer).available >= part;
        if (alliance.deals.commitmentOf(id, side) != 0 || !canPay) return;
        _pay(signer, treasury, part);
        _sign(id, side, signer, _random(8) == 0 ? 1_000 + _random(100) : id, _random(2) == 0 ? signer : STRANGER);
        ++done["sign"];
    }

    function _sign(uint256 id, Side side, address signer, uint256 commitment, address bringer) private {
        bytes memory signature = _signatureOf(signer, alliance.deals.agreementDigest(id, bytes32(commitment)));
        vm.prank(bringer);
        alliance.deals.sign(id, side, bytes32(commitment), signature);
        if (alliance.deals.dealOf(id).status == IDeals.Status.Signed) ++done["agree"];
    }

    /// @dev The expiry of a random order; 0 if it is closed.
    function _someExpiry() private returns (uint256) {
        return alliance.orderBook.orderOf(_random(alliance.orderBook.orderCount() + 1)).expiry;
    }

    /// @dev The deadline of a random deal; 0 if it has none to come.
    function _someDeadline() private returns (uint256) {
        return _deadlineOf(alliance.deals.dealOf(_random(alliance.deals.dealCount() + 1)));
    }

    /// @dev A deal in a state, in time or too late for it, from a random one on; 0 if there is none.
    function _liveDeal(IDeals.Status status, bool inTime) private returns (uint256) {
        uint256 count = alliance.deals.dealCount();
        uint256 start = _random(count + 1);
        for (uint256 i = 0; i < count; ++i) {
            uint256 id = 1 + ((start + i) % count);
            IDeals.Deal memory deal = alliance.deals.dealOf(id);
            if (deal.status == status && _isInTime(deal) == inTime) return id;
        }
        return 0;
    }

    function _anybody() private returns (address) {
        return actor(_random(ACTORS));
    }

    function _other(Side side) private pure returns (Side) {
        return side == Side.Supplier ? Side.Retailer : Side.Supplier;
    }
}
