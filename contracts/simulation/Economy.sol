// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IDeals} from "../interfaces/IDeals.sol";
import {IEconomy} from "../interfaces/IEconomy.sol";
import {IGoodwill} from "../interfaces/IGoodwill.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {Side} from "../types/Side.sol";

/// @title Economy
/// @notice The outside world of an experiment
contract Economy is IEconomy, Ownable {
    using SafeERC20 for IERC20;

    IERC20 private immutable _TOKEN;
    IMembers private immutable _MEMBERS;
    IDeals private immutable _DEALS;
    IGoodwill private immutable _GOODWILL;

    Settings private _settings;
    mapping(address member => mapping(Line line => mapping(uint256 dealId => bool done))) private _done;
    mapping(address member => uint256 rises) private _paidRises;

    constructor(IERC20 token, IMembers members, IDeals deals, IGoodwill goodwill, address owner_) Ownable(owner_) {
        _TOKEN = token;
        _MEMBERS = members;
        _DEALS = deals;
        _GOODWILL = goodwill;
    }

    /// @inheritdoc IEconomy
    function configure(Settings calldata settings) external override onlyOwner {
        _settings = settings;
        emit EconomyConfigured(settings);
    }

    /* WHATEVER A MEMBER DOES */

    /// @inheritdoc IEconomy
    function collectOperatingIncome() external override {
        IMembers.Member memory member = _MEMBERS.memberOf(msg.sender);
        require(member.joined, Economy_NotMember(msg.sender));
        _once(Line.OperatingIncome, 0);
        _flow(Line.OperatingIncome, 0, _pick(_settings.operatingIncome, member.side));
    }

    /* THE TRADE */

    /// @inheritdoc IEconomy
    function produce(uint256 dealId) external override {
        IDeals.Deal memory deal = _DEALS.dealOf(dealId);
        require(msg.sender == deal.supplier, Economy_NotParty(msg.sender, dealId));
        require(deal.status == IDeals.Status.Signed, Economy_NotSigned(msg.sender, dealId));
        require(!_done[msg.sender][Line.SideMarket][dealId], Economy_NoGoods(dealId));
        _once(Line.ProductionCost, dealId);
        // safe: a 128-bit amount times a 40-bit quantity
        _flow(Line.ProductionCost, dealId, -int256(uint256(_settings.productionCost) * deal.quantity));
    }

    /// @inheritdoc IEconomy
    function resell(uint256 dealId) external override {
        IDeals.Deal memory deal = _DEALS.dealOf(dealId);
        require(msg.sender == deal.retailer, Economy_NotParty(msg.sender, dealId));
        require(
            deal.status == IDeals.Status.Settled && _done[deal.supplier][Line.ProductionCost][dealId],
            Economy_NoGoods(dealId)
        );
        require(!_done[msg.sender][Line.SideMarket][dealId], Economy_NoGoods(dealId));
        _once(Line.Resale, dealId);
        // safe: a 128-bit amount times a 40-bit quantity
        _flow(Line.Resale, dealId, int256(uint256(_settings.resale) * deal.quantity));
    }

    /* WHAT THE CHAIN BRINGS */

    /// @inheritdoc IEconomy
    function collectBlockchainIncome(uint256 dealId) external override {
        Side side = _sideOfCaller(dealId);
        require(_DEALS.commitmentOf(dealId, side) != 0, Economy_NotSigned(msg.sender, dealId));
        _once(Line.BlockchainIncome, dealId);
        _flow(Line.BlockchainIncome, dealId, _pick(_settings.blockchainIncome, side));
    }

    /// @inheritdoc IEconomy
    function collectGoodwillIncome() external override {
        IMembers.Member memory member = _MEMBERS.memberOf(msg.sender);
        require(member.joined, Economy_NotMember(msg.sender));
        require(unpaidRisesOf(msg.sender) > 0, Economy_NoRise(msg.sender));
        ++_paidRises[msg.sender];
        _flow(Line.GoodwillIncome, 0, _pick(_settings.goodwillIncome, member.side));
    }

    /* WHAT DEFECTING BRINGS */

    /// @inheritdoc IEconomy
    function useSideMarket(uint256 dealId) external override {
        Side side = _sideOfCaller(dealId);
        Side other = side == Side.Supplier ? Side.Retailer : Side.Supplier;
        bool isOpen =
            _DEALS.dealOf(dealId).status == IDeals.Status.Matched &&
                _DEALS.commitmentOf(dealId, side) == 0 &&
                _DEALS.commitmentOf(dealId, other) != 0;
        require(isOpen, Economy_SideMarketClosed(msg.sender, dealId));
        _once(Line.SideMarket, dealId);
        _flow(Line.SideMarket, dealId, _pick(_settings.sideMarket, side));
    }

    /* VIEWS */

    /// @inheritdoc IEconomy
    function settingsOf() external view override returns (Settings memory) {
        return _settings;
    }

    /// @inheritdoc IEconomy
    function unpaidRisesOf(address member) public view override returns (uint256) {
        return _GOODWILL.recordOf(member).wronged - _paidRises[member];
    }

    /// @inheritdoc IEconomy
    function isDone(address member, Line line, uint256 dealId) external view override returns (bool) {
        return _done[member][line][dealId];
    }

    /* INTERNALS */

    function _once(Line line, uint256 dealId) private {
        require(!_done[msg.sender][line][dealId], Economy_AlreadyDone(msg.sender, line, dealId));
        _done[msg.sender][line][dealId] = true;
    }

    function _flow(Line line, uint256 dealId, int256 amount) private {
        // Log
        emit Flow(msg.sender, line, dealId, amount);

        // Interaction
        if (amount > 0) _TOKEN.safeTransfer(msg.sender, uint256(amount));
        else if (amount < 0) _TOKEN.safeTransferFrom(msg.sender, address(this), uint256(-amount));
    }

    function _sideOfCaller(uint256 dealId) private view returns (Side) {
        IDeals.Deal memory deal = _DEALS.dealOf(dealId);
        if (msg.sender == deal.supplier) return Side.Supplier;
        require(msg.sender == deal.retailer, Economy_NotParty(msg.sender, dealId));
        return Side.Retailer;
    }

    function _pick(Amounts storage amounts, Side side) private view returns (int256) {
        return side == Side.Supplier ? amounts.supplier : amounts.retailer;
    }
}
