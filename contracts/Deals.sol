// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {ICostPool} from "./interfaces/ICostPool.sol";
import {IDeals} from "./interfaces/IDeals.sol";
import {IGoodwill} from "./interfaces/IGoodwill.sol";
import {ILedger} from "./interfaces/ILedger.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {ShareMath} from "./libraries/ShareMath.sol";
import {SignatureCheck} from "./libraries/SignatureCheck.sol";
import {Operated} from "./Operated.sol";
import {Side} from "./types/Side.sol";
import {Terms} from "./types/Terms.sol";

/// @title Deals
/// @notice From the match to the settlement
contract Deals is IDeals, Operated, Ownable2Step, EIP712 {
    bytes32 private constant _AGREEMENT_TYPEHASH = keccak256(
        "Agreement(uint256 dealId,bytes32 commitment,address supplier,address retailer,"
        "uint256 classId,uint256 quantity,uint256 price,uint256 signBy,uint256 deliverBy)"
    );

    /// @dev Keeps deadlines that a period leads to within 32 bits until 2105, and money from being locked for ever.
    uint256 private constant _MAX_PERIOD = 365 days;

    ILedger internal immutable _LEDGER;
    IMembers private immutable _MEMBERS;
    ICostPool internal immutable _COST_POOL;
    IGoodwill private immutable _GOODWILL;

    uint32 private _classCount;
    uint256 private _dealCount;
    mapping(uint256 classId => Terms terms) private _terms;
    mapping(uint256 dealId => Deal deal) private _deals;
    mapping(uint256 dealId => mapping(Side side => bytes32 commitment)) private _commitments;

    constructor(
        ILedger ledger,
        IMembers members,
        ICostPool costPool,
        IGoodwill goodwill,
        address owner_
    ) Ownable(owner_) EIP712("chain-alliance", "1") {
        _LEDGER = ledger;
        _MEMBERS = members;
        _COST_POOL = costPool;
        _GOODWILL = goodwill;
    }

    /* CLASSES */

    /// @inheritdoc IDeals
    function listClass(Terms calldata terms) external override onlyOwner returns (uint256 classId) {
        // Check
        require(terms.penalty <= terms.bond, Deals_InvalidTerms("penalty <= bond"));
        require(terms.theta <= ShareMath.WHOLE, Deals_InvalidTerms("theta <= 1e18"));
        require(terms.tickSize > 0, Deals_InvalidTerms("tickSize > 0"));
        require(terms.lot > 0, Deals_InvalidTerms("lot > 0"));
        require(terms.signPeriod > 0 && terms.acceptPeriod > 0, Deals_InvalidTerms("periods > 0"));
        require(
            terms.signPeriod <= _MAX_PERIOD && terms.acceptPeriod <= _MAX_PERIOD,
            Deals_InvalidTerms("periods <= 365 days")
        );
        require(terms.deliveryGrid > 0, Deals_InvalidTerms("deliveryGrid > 0"));

        // Effect
        classId = ++_classCount;
        _terms[classId] = terms;

        // Log
        emit ClassListed(classId, terms);
    }

    /* LIFE CYCLE */

    /// @inheritdoc IDeals
    function open(
        address supplier,
        address retailer,
        uint32 classId,
        uint32 deliverBy,
        uint40 quantity,
        uint16 tick
    ) external override onlyOperator returns (uint256 dealId) {
        // Effect
        dealId = ++_dealCount;
        Deal storage deal = _deals[dealId];
        deal.supplier = supplier;
        deal.signBy = uint32(block.timestamp) + _terms[classId].signPeriod;
        deal.deliverBy = deliverBy;
        deal.retailer = retailer;
        deal.quantity = quantity;
        deal.tick = tick;
        deal.classId = classId;
        deal.status = Status.Matched;

        // Log
        _logOpened(dealId, deal);

        // Interaction
        _MEMBERS.engage(supplier);
        _MEMBERS.engage(retailer);
    }

    /// @inheritdoc IDeals
    function sign(uint256 dealId, Side side, bytes32 commitment, bytes calldata signature) external override {
        // Check
        Deal storage deal = _requireStatus(dealId, Status.Matched);
        _requireInTime(dealId, deal.signBy);
        require(commitment != 0, Deals_ZeroCommitment(dealId));
        address signer = side == Side.Supplier ? deal.supplier : deal.retailer;
        bytes32 previous = _commitments[dealId][side];
        require(commitment != previous, Deals_AlreadySigned(dealId, side, commitment));
        // An old signature must not undo a newer one by somebody else's hand.
        require(previous == 0 || msg.sender == signer, Deals_NotParty(dealId, msg.sender, signer));
        bytes32 digest = agreementDigest(dealId, commitment);
        require(SignatureCheck.isValid(signer, digest, signature), Deals_InvalidSignature(dealId, signer, digest));

        // Effect
        _commitments[dealId][side] = commitment;
        emit AgreementSigned(dealId, signer, side, commitment, signature);
        if (_commitments[dealId][_other(side)] == commitment) {
            deal.status = Status.Signed;
            emit DealSigned(dealId, commitment);
        }

        // Interaction
        if (previous == 0) _chargeCost(dealId, side, signer);
    }

    /// @inheritdoc IDeals
    function deliver(uint256 dealId, bytes32 evidence) external override {
        // Check
        Deal storage deal = _requireStatus(dealId, Status.Signed);
        require(msg.sender == deal.supplier, Deals_NotParty(dealId, msg.sender, deal.supplier));
        _requireInTime(dealId, deal.deliverBy);

        // Effect
        uint32 acceptBy = uint32(block.timestamp) + _terms[deal.classId].acceptPeriod;
        deal.acceptBy = acceptBy;
        deal.status = Status.Delivered;

        // Log
        emit DealDelivered(dealId, evidence, acceptBy);
    }

    /// @inheritdoc IDeals
    function accept(uint256 dealId) external override {
        // Check
        _requireRetailerAnswer(dealId);

        // Log
        emit DealAccepted(dealId);

        // Effect, Interaction
        _close(dealId, Status.Settled, true);
    }

    /// @inheritdoc IDeals
    function refuse(uint256 dealId) external override {
        // Check
        _requireRetailerAnswer(dealId);

        // Log
        emit DealRefused(dealId);

        // Effect, Interaction
        _close(dealId, Status.Disagreed, false);
    }

    /// @inheritdoc IDeals
    function enforce(uint256 dealId) external override {
        // Check
        Deal storage deal = _deals[dealId];
        Status status = deal.status;
        require(status != Status.None, Deals_WrongStatus(dealId, status, Status.Matched));
        require(status < Status.Settled, Deals_AlreadyClosed(dealId, status));
        uint256 deadline = _deadlineOf(deal);
        require(block.timestamp > deadline, Deals_DeadlineNotPassed(dealId, deadline, block.timestamp));

        // Effect, Interaction
        if (status == Status.Matched) _close(dealId, _unsignedOutcome(dealId), false);
        else if (status == Status.Signed) _close(dealId, Status.SupplierDefaulted, false);
        else _close(dealId, Status.RetailerDefaulted, true);
    }

    /* VIEWS */

    /// @inheritdoc IDeals
    function termsOf(uint256 classId) external view override returns (Terms memory) {
        require(classId > 0 && classId <= _classCount, Deals_UnknownClass(classId));
        return _terms[classId];
    }

    /// @inheritdoc IDeals
    function dealOf(uint256 dealId) external view override returns (Deal memory) {
        return _deals[dealId];
    }

    /// @inheritdoc IDeals
    function commitmentOf(uint256 dealId, Side side) external view override returns (bytes32) {
        return _commitments[dealId][side];
    }

    /// @inheritdoc IDeals
    function dealCount() external view override returns (uint256) {
        return _dealCount;
    }

    /// @inheritdoc IDeals
    function classCount() external view override returns (uint256) {
        return _classCount;
    }

    /// @inheritdoc IDeals
    function priceOf(uint256 dealId) public view override returns (uint256) {
        Deal storage deal = _deals[dealId];
        return uint256(deal.tick) * _terms[deal.classId].tickSize * deal.quantity;
    }

    /// @inheritdoc IDeals
    function penaltyOf(uint256 dealId) public view virtual override returns (uint256) {
        Deal storage deal = _deals[dealId];
        return uint256(_terms[deal.classId].penalty) * deal.quantity;
    }

    /// @inheritdoc IDeals
    function agreementDigest(uint256 dealId, bytes32 commitment) public view override returns (bytes32) {
        Deal storage deal = _deals[dealId];
        require(deal.status != Status.None, Deals_WrongStatus(dealId, Status.None, Status.Matched));
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        _AGREEMENT_TYPEHASH,
                        dealId,
                        commitment,
                        deal.supplier,
                        deal.retailer,
                        deal.classId,
                        deal.quantity,
                        priceOf(dealId),
                        deal.signBy,
                        deal.deliverBy
                    )
                )
            );
    }

    /* RULES */

    /// @dev The outcome when the time to sign is over: whoever signed alone was left alone by the other; when both
    /// signed, they signed different texts; when neither did, no agreement was made and nobody broke one.
    function _unsignedOutcome(uint256 dealId) private view returns (Status) {
        bool supplierSigned = _commitments[dealId][Side.Supplier] != 0;
        bool retailerSigned = _commitments[dealId][Side.Retailer] != 0;
        if (supplierSigned && retailerSigned) return Status.Disagreed;
        if (supplierSigned) return Status.RetailerDefaulted;
        return retailerSigned ? Status.SupplierDefaulted : Status.Lapsed;
    }

    /// @dev The one place where a deal's money leaves it. Everything that a side does not pay goes back to it.
    function _close(uint256 dealId, Status outcome, bool payPrice) internal virtual {
        Deal storage deal = _deals[dealId];
        (address supplier, address retailer) = (deal.supplier, deal.retailer);
        uint256 price = priceOf(dealId);
        uint256 bond = uint256(_terms[deal.classId].bond) * deal.quantity;
        bool disagreed = outcome == Status.Disagreed;
        uint256 fromRetailer = 0;
        uint256 fromSupplier = 0;

        // Effect
        deal.status = outcome;

        // Interaction: with contracts of the alliance only
        if (payPrice) {
            fromRetailer = price;
            emit PricePaid(dealId, retailer, supplier, price);
            _LEDGER.moveLocked(retailer, supplier, price);
        }
        if (disagreed || outcome == Status.RetailerDefaulted) {
            fromRetailer += _payPenalty(dealId, retailer, disagreed ? _COST_POOL.treasury() : supplier);
        }
        if (disagreed || outcome == Status.SupplierDefaulted) {
            fromSupplier = _payPenalty(dealId, supplier, disagreed ? _COST_POOL.treasury() : retailer);
        }
        _LEDGER.unlock(retailer, price + bond - fromRetailer);
        _LEDGER.unlock(supplier, bond - fromSupplier);
        _MEMBERS.disengage(supplier);
        _MEMBERS.disengage(retailer);
        _recordGoodwill(dealId, outcome, supplier, retailer);

        // Log
        emit DealClosed(dealId, outcome, fromRetailer, fromSupplier);
    }

    function _payPenalty(uint256 dealId, address from, address to) private returns (uint256 penalty) {
        penalty = penaltyOf(dealId);
        emit PenaltyPaid(dealId, from, to, penalty);
        _LEDGER.moveLocked(from, to, penalty);
    }

    function _recordGoodwill(uint256 dealId, Status outcome, address supplier, address retailer) private {
        if (outcome == Status.Settled) {
            _GOODWILL.record(dealId, supplier, IGoodwill.Cause.Kept);
            _GOODWILL.record(dealId, retailer, IGoodwill.Cause.Kept);
        } else if (outcome == Status.SupplierDefaulted) {
            _GOODWILL.record(dealId, supplier, IGoodwill.Cause.Defaulted);
            _GOODWILL.record(dealId, retailer, IGoodwill.Cause.Wronged);
        } else if (outcome == Status.RetailerDefaulted) {
            _GOODWILL.record(dealId, supplier, IGoodwill.Cause.Wronged);
            _GOODWILL.record(dealId, retailer, IGoodwill.Cause.Defaulted);
        }
    }

    function _chargeCost(uint256 dealId, Side side, address payer) internal {
        Deal storage deal = _deals[dealId];
        Terms storage terms = _terms[deal.classId];
        _COST_POOL.charge(dealId, side, payer, uint256(terms.operatingCost) * deal.quantity, terms.theta);
    }

    /* CHECKS */

    function _requireStatus(uint256 dealId, Status needed) private view returns (Deal storage deal) {
        deal = _deals[dealId];
        require(deal.status == needed, Deals_WrongStatus(dealId, deal.status, needed));
    }

    function _requireInTime(uint256 dealId, uint256 deadline) private view {
        require(block.timestamp <= deadline, Deals_DeadlinePassed(dealId, deadline, block.timestamp));
    }

    function _requireRetailerAnswer(uint256 dealId) private view {
        Deal storage deal = _requireStatus(dealId, Status.Delivered);
        require(msg.sender == deal.retailer, Deals_NotParty(dealId, msg.sender, deal.retailer));
        _requireInTime(dealId, deal.acceptBy);
    }

    function _deadlineOf(Deal storage deal) private view returns (uint256) {
        if (deal.status == Status.Matched) return deal.signBy;
        if (deal.status == Status.Signed) return deal.deliverBy;
        return deal.acceptBy;
    }

    function _other(Side side) private pure returns (Side) {
        return side == Side.Supplier ? Side.Retailer : Side.Supplier;
    }

    function _logOpened(uint256 dealId, Deal storage deal) private {
        Terms memory terms = _terms[deal.classId];
        uint256 quantity = deal.quantity;
        emit DealOpened(
            dealId,
            deal.supplier,
            deal.retailer,
            deal.classId,
            quantity,
            priceOf(dealId),
            terms.bond * quantity,
            penaltyOf(dealId),
            terms.operatingCost * quantity,
            terms.theta,
            deal.signBy,
            deal.deliverBy,
            terms.acceptPeriod
        );
    }
}
