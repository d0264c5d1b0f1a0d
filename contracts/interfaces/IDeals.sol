// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Side} from "../types/Side.sol";
import {Terms} from "../types/Terms.sol";

/**
 * @notice The deals between suppliers and retailers, from the match to the settlement. What each side stands to lose is
 * locked before a deal opens, so that no outcome can fail for lack of funds.
 *
 *     Matched --both sign--> Signed --deliver--> Delivered --accept--> Settled
 *        |                      |                    |--refuse---------> Disagreed
 *        | signBy               | deliverBy          | acceptBy
 *        v                      v                    v
 *     Lapsed, Disagreed,     SupplierDefaulted    RetailerDefaulted
 *     or the side that did
 *     not sign defaulted
 *
 * A state's own actions are possible up to and including its deadline; after it, anyone may enforce the outcome below
 * the arrow. Money: the price moves when the deal settles, or when a retailer stays silent on a delivery; the penalty
 * moves from the side that defaulted to the other; everything else goes back to whom it belongs.
 *
 * Where the sides contradict each other, one of them is wrong, and the chain cannot know which: they signed different
 * commitments, or one says that it delivered and the other refuses. Then both forfeit their penalty to the treasury, so
 * that nobody gains by a lie: signing nonsense costs no less than staying away, and a delivery that never came earns
 * nothing. Nobody's goodwill changes.
 */
interface IDeals {
    /**
     * @notice Where a deal stands.
     * @custom:value0 None No such deal.
     * @custom:value1 Matched Waits for both signatures, until signBy.
     * @custom:value2 Signed Waits for the delivery, until deliverBy.
     * @custom:value3 Delivered Waits for the retailer, until acceptBy.
     * @custom:value4 Settled The retailer accepted; the price is paid.
     * @custom:value5 Lapsed No agreement was made; nobody is fined.
     * @custom:value6 SupplierDefaulted The supplier did not sign or did not deliver; the retailer got its penalty.
     * @custom:value7 RetailerDefaulted The retailer did not sign, or stayed silent; the supplier got its penalty.
     * @custom:value8 Disagreed The sides contradicted each other; both forfeited their penalty to the treasury.
     */
    enum Status {
        None,
        Matched,
        Signed,
        Delivered,
        Settled,
        Lapsed,
        SupplierDefaulted,
        RetailerDefaulted,
        Disagreed
    }

    /// @notice A deal. What its class says (penalty, bond, cost, shares, periods) cannot change and is not repeated.
    /// @param supplier Delivers and is paid.
    /// @param signBy Unix time in seconds until which both sides may sign.
    /// @param deliverBy Unix time in seconds until which the supplier may deliver.
    /// @param acceptBy Unix time in seconds until which the retailer may accept or refuse; 0 before the delivery.
    /// @param retailer Accepts and pays.
    /// @param quantity In units of goods.
    /// @param tick The price of one unit, in ticks of the class.
    /// @param classId The product class.
    /// @param status Where the deal stands.
    struct Deal {
        // slot 0; 32 bits of seconds last until 2106
        address supplier;
        uint32 signBy;
        uint32 deliverBy;
        uint32 acceptBy;
        // slot 1
        address retailer;
        uint40 quantity;
        uint16 tick;
        uint32 classId;
        Status status;
    }

    /// @notice Emitted when a product class became available.
    event ClassListed(uint256 indexed classId, Terms terms);
    /// @notice Emitted when a match opened a deal. Amounts are for the whole deal, in token units.
    event DealOpened(
        uint256 indexed dealId,
        address indexed supplier,
        address indexed retailer,
        uint256 classId,
        uint256 quantity,
        uint256 price,
        uint256 bond,
        uint256 penalty,
        uint256 operatingCost,
        uint256 theta,
        uint256 signBy,
        uint256 deliverBy,
        uint256 acceptPeriod
    );
    /// @notice Emitted when a side signed. Carries the signature, so that anyone can verify it again.
    event AgreementSigned(
        uint256 indexed dealId,
        address indexed signer,
        Side side,
        bytes32 commitment,
        bytes signature
    );
    /// @notice Emitted when both sides have signed the same commitment.
    event DealSigned(uint256 indexed dealId, bytes32 commitment);
    /// @notice Emitted when the supplier delivered.
    /// @param evidence Hash of the delivery papers, chosen by the supplier.
    event DealDelivered(uint256 indexed dealId, bytes32 evidence, uint256 acceptBy);
    /// @notice Emitted when the retailer accepted the goods.
    event DealAccepted(uint256 indexed dealId);
    /// @notice Emitted when the retailer refused the goods.
    event DealRefused(uint256 indexed dealId);
    /// @notice Emitted when a deal ended.
    /// @param status Settled, Lapsed, SupplierDefaulted, RetailerDefaulted or Disagreed.
    /// @param fromRetailer Paid out of the retailer's locked balance, to whomever, in token units.
    /// @param fromSupplier Paid out of the supplier's locked balance, to whomever, in token units.
    event DealClosed(uint256 indexed dealId, Status status, uint256 fromRetailer, uint256 fromSupplier);
    /// @notice Emitted when the price, or a part of a closed deal's payment that is the price, was paid.
    event PricePaid(uint256 indexed dealId, address indexed from, address indexed to, uint256 amount);
    /// @notice Emitted when a penalty was paid: to the other side, or forfeited to the treasury.
    event PenaltyPaid(uint256 indexed dealId, address indexed from, address indexed to, uint256 amount);

    /// @notice Thrown when the terms of a class contradict themselves; `rule` says which rule they break.
    error Deals_InvalidTerms(string rule);
    /// @notice Thrown when a class is not listed.
    error Deals_UnknownClass(uint256 classId);
    /// @notice Thrown when a deal is not in the state that an action needs.
    error Deals_WrongStatus(uint256 dealId, Status status, Status needed);
    /// @notice Thrown when the caller is not the side that an action belongs to.
    error Deals_NotParty(uint256 dealId, address caller, address party);
    /// @notice Thrown when an action comes after its deadline.
    error Deals_DeadlinePassed(uint256 dealId, uint256 deadline, uint256 time);
    /// @notice Thrown when a default is enforced before its deadline has passed.
    error Deals_DeadlineNotPassed(uint256 dealId, uint256 deadline, uint256 time);
    /// @notice Thrown when a deal that has ended is enforced.
    error Deals_AlreadyClosed(uint256 dealId, Status status);
    /// @notice Thrown when a commitment is zero.
    error Deals_ZeroCommitment(uint256 dealId);
    /// @notice Thrown when a side signs the same commitment again.
    error Deals_AlreadySigned(uint256 dealId, Side side, bytes32 commitment);
    /// @notice Thrown when a signature is not the signer's over this agreement.
    error Deals_InvalidSignature(uint256 dealId, address signer, bytes32 digest);

    /// @notice Lists a product class. Its terms never change. Owner only.
    /// @dev Reverts if the caller is not the owner, or if the terms contradict themselves: penalty above the bond,
    /// theta above the whole, zero tick size, lot, period or grid, or a period above 365 days.
    /// @return classId The new class.
    function listClass(Terms calldata terms) external returns (uint256 classId);

    /// @notice Opens a deal for a match whose funds are locked. Operators only.
    /// @dev Reverts if the caller is no operator.
    /// @param supplier Its bond is locked.
    /// @param retailer Its bond and the price are locked.
    /// @param classId The product class of both orders.
    /// @param deliverBy The delivery deadline of both orders, Unix time in seconds.
    /// @param quantity In units of goods.
    /// @param tick The price of one unit, in ticks.
    /// @return dealId The new deal.
    function open(
        address supplier,
        address retailer,
        uint32 classId,
        uint32 deliverBy,
        uint40 quantity,
        uint16 tick
    ) external returns (uint256 dealId);

    /// @notice Anchors a side's signature over the agreement, and charges its part of the operating cost. Anyone may
    /// bring the first signature of a side; only the side itself may replace it by one over another commitment, while
    /// the other side has not signed the same.
    /// @dev Reverts if the deal is not Matched, after signBy, if the commitment is zero or signed already, if the
    /// signature is not valid, or if the signer's available balance does not cover its part of the cost. A plain
    /// account signs the digest, in 65 bytes and with the lower s; a contract wallet confirms it (ERC-1271), with at
    /// most 200,000 gas.
    /// @param dealId The deal.
    /// @param side Whose signature it is.
    /// @param commitment Salted hash of the deal's details.
    /// @param signature Over `agreementDigest(dealId, commitment)`.
    function sign(uint256 dealId, Side side, bytes32 commitment, bytes calldata signature) external;

    /// @notice Says that the goods were delivered. Supplier only.
    /// @dev Reverts if the deal is not Signed, if the caller is not its supplier, or after deliverBy.
    /// @param evidence Hash of the delivery papers.
    function deliver(uint256 dealId, bytes32 evidence) external;

    /// @notice Accepts the goods and settles the deal: the supplier gets the price, both get their bonds back. Retailer
    /// only.
    /// @dev Reverts if the deal is not Delivered, if the caller is not its retailer, or after acceptBy.
    function accept(uint256 dealId) external;

    /// @notice Refuses the goods. Both sides forfeit their penalty, and the retailer gets its money back: a retailer
    /// that is told of a delivery that never came loses no more. Retailer only.
    /// @dev Reverts if the deal is not Delivered, if the caller is not its retailer, or after acceptBy.
    function refuse(uint256 dealId) external;

    /// @notice Ends a deal whose deadline has passed, in favour of the side that kept the agreement. Anyone may call
    /// it.
    /// @dev Reverts if there is no such deal, if it has ended, or up to and including the deadline.
    function enforce(uint256 dealId) external;

    /// @notice The terms of a class.
    /// @dev Reverts if it is not listed.
    function termsOf(uint256 classId) external view returns (Terms memory);

    /// @notice The deal; all zero if there is none.
    function dealOf(uint256 dealId) external view returns (Deal memory);

    /// @notice The commitment that a side has signed; 0 before.
    function commitmentOf(uint256 dealId, Side side) external view returns (bytes32);

    /// @notice How many deals were opened; their ids are 1 to this number.
    function dealCount() external view returns (uint256);

    /// @notice How many classes were listed; their ids are 1 to this number.
    function classCount() external view returns (uint256);

    /// @notice The price of a deal, in token units.
    function priceOf(uint256 dealId) external view returns (uint256);

    /// @notice The penalty of a deal, in token units.
    function penaltyOf(uint256 dealId) external view returns (uint256);

    /// @notice The EIP-712 digest that both sides sign: Agreement(uint256 dealId,bytes32 commitment,address
    /// supplier,address retailer,uint256 classId,uint256 quantity,uint256 price,uint256 signBy,uint256 deliverBy).
    /// @dev Reverts if there is no such deal.
    function agreementDigest(uint256 dealId, bytes32 commitment) external view returns (bytes32);
}
