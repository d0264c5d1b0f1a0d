// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICostPool} from "../../contracts/interfaces/ICostPool.sol";
import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {IGoodwill} from "../../contracts/interfaces/IGoodwill.sol";
import {ILedger} from "../../contracts/interfaces/ILedger.sol";
import {IMembers} from "../../contracts/interfaces/IMembers.sol";
import {IOperated} from "../../contracts/interfaces/IOperated.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {SettlementToken} from "../../contracts/simulation/SettlementToken.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Terms} from "../../contracts/types/Terms.sol";
import {Test} from "./Test.sol";

/// @notice A whole alliance, wired as it is deployed, with one product class listed and a token that tests may mint.
abstract contract World is Test {
    struct Alliance {
        SettlementToken token;
        ILedger ledger;
        IMembers members;
        ICostPool costPool;
        IGoodwill goodwill;
        IDeals deals;
        IOrderBook orderBook;
    }

    /// @dev A Friday, on the grid of `_terms`.
    uint256 internal constant START = 20_833 days;
    uint256 internal constant MEMBERSHIP_BOND = 50_000;
    uint32 internal constant NOTICE_PERIOD = 7 days;
    address internal constant TREASURY = address(uint160(uint256(keccak256("treasury"))));
    address internal constant STRANGER = address(uint160(uint256(keccak256("stranger"))));

    SettlementToken internal token;
    ILedger internal ledger;
    IMembers internal members;
    ICostPool internal costPool;
    IGoodwill internal goodwill;
    IDeals internal deals;
    IOrderBook internal orderBook;
    uint32 internal classId;

    function setUp() public virtual {
        vm.warp(START);
        _use(_deployAlliance());
    }

    /// @dev Values without common factors, so that no mistake cancels out.
    function _terms() internal pure returns (Terms memory) {
        return
            Terms({
                tickSize: 7,
                bond: 1_009,
                penalty: 601,
                operatingCost: 101,
                theta: 0.37e18,
                lot: 5,
                signPeriod: 1 hours,
                acceptPeriod: 2 days,
                deliveryGrid: 1 days
            });
    }

    function _deployAlliance() internal returns (Alliance memory a) {
        a.token = SettlementToken(
            _create("contracts/simulation/SettlementToken.sol:SettlementToken", abi.encode(address(this)))
        );
        a.ledger = ILedger(_create("contracts/Ledger.sol:Ledger", abi.encode(a.token)));
        a.members = IMembers(
            _create("contracts/Members.sol:Members", abi.encode(a.ledger, MEMBERSHIP_BOND, NOTICE_PERIOD))
        );
        a.costPool = ICostPool(_create("contracts/CostPool.sol:CostPool", abi.encode(a.ledger, TREASURY)));
        a.goodwill = IGoodwill(_create("contracts/Goodwill.sol:Goodwill", ""));
        a.deals = IDeals(
            _create(_dealsArtifact(), abi.encode(a.ledger, a.members, a.costPool, a.goodwill, address(this)))
        );
        a.orderBook = IOrderBook(
            _create("contracts/OrderBook.sol:OrderBook", abi.encode(a.members, a.ledger, a.deals))
        );
        address book = address(a.orderBook);
        address agreements = address(a.deals);
        IOperated(address(a.ledger)).sealOperators(_list(address(a.members), address(a.costPool), agreements, book));
        IOperated(address(a.members)).sealOperators(_list(agreements, book));
        IOperated(address(a.costPool)).sealOperators(_list(agreements));
        IOperated(address(a.goodwill)).sealOperators(_list(agreements));
        IOperated(agreements).sealOperators(_list(book));
        a.deals.listClass(_terms());
    }

    function _use(Alliance memory a) internal {
        (token, ledger, members, costPool) = (a.token, a.ledger, a.members, a.costPool);
        (goodwill, deals, orderBook) = (a.goodwill, a.deals, a.orderBook);
        classId = uint32(deals.classCount());
    }

    /// @dev Which rules of deals to deploy.
    function _dealsArtifact() internal pure virtual returns (string memory) {
        return "contracts/Deals.sol:Deals";
    }

    /// @dev Deploys by artifact, so that a test contract need not carry the code of everything that it tests.
    function _create(string memory artifact, bytes memory arguments) internal returns (address created) {
        bytes memory code = abi.encodePacked(vm.getCode(artifact), arguments);
        assembly ("memory-safe") {
            created := create(0, add(code, 0x20), mload(code))
        }
        assertTrue(created != address(0), string.concat("deploys ", artifact));
    }

    /* MEMBERS */

    /// @dev A member with `funds` available after it has joined.
    function _member(uint256 key, Side side, uint256 funds) internal returns (address account) {
        account = vm.addr(key);
        _fund(account, funds + MEMBERSHIP_BOND);
        vm.prank(account);
        members.join(side);
    }

    /// @dev Mints and deposits.
    function _fund(address account, uint256 amount) internal {
        token.mint(account, amount);
        vm.startPrank(account);
        token.approve(address(ledger), amount);
        ledger.deposit(amount);
        vm.stopPrank();
    }

    /* ORDERS AND DEALS */

    /// @dev Places an order for delivery in a week that can be matched for a day.
    function _place(address owner, Side side, uint256 quantity, uint256 tick) internal returns (uint256 orderId) {
        return _placeUntil(owner, side, quantity, tick, START + 1 days);
    }

    function _placeUntil(
        address owner,
        Side side,
        uint256 quantity,
        uint256 tick,
        uint256 expiry
    ) internal returns (uint256 orderId) {
        vm.prank(owner);
        return orderBook.place(side, classId, _deliverBy(), uint40(quantity), uint16(tick), uint32(expiry));
    }

    function _deliverBy() internal pure returns (uint32) {
        return uint32(START + 7 days);
    }

    /// @dev A member's own signature over an agreement.
    function _signature(uint256 key, uint256 dealId, bytes32 commitment) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, deals.agreementDigest(dealId, commitment));
        return abi.encodePacked(r, s, v);
    }

    /* BALANCES */

    function _available(address account) internal view returns (uint256) {
        return ledger.accountOf(account).available;
    }

    function _locked(address account) internal view returns (uint256) {
        return ledger.accountOf(account).locked;
    }

    function _assertBalance(address account, uint256 available, uint256 locked, string memory who) internal view {
        assertEq(_available(account), available, string.concat(who, "'s available balance"));
        assertEq(_locked(account), locked, string.concat(who, "'s locked balance"));
    }

    /// @dev The Ledger holds what it owes, to the last unit.
    function _assertSolvent(address[] memory accounts) internal view {
        uint256 sum = 0;
        for (uint256 i = 0; i < accounts.length; ++i) sum += _available(accounts[i]) + _locked(accounts[i]);
        assertEq(ledger.totalOwed(), sum, "total owed is the sum of all balances");
        assertEq(token.balanceOf(address(ledger)), sum, "tokens held are the sum of all balances");
    }

    /* LISTS */

    function _list(address a) internal pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = a;
    }

    function _list(address a, address b) internal pure returns (address[] memory list) {
        list = new address[](2);
        (list[0], list[1]) = (a, b);
    }

    function _list(address a, address b, address c, address d) internal pure returns (address[] memory list) {
        list = new address[](4);
        (list[0], list[1], list[2], list[3]) = (a, b, c, d);
    }
}
