// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICostPool} from "./interfaces/ICostPool.sol";
import {ILedger} from "./interfaces/ILedger.sol";
import {ShareMath} from "./libraries/ShareMath.sol";
import {Operated} from "./Operated.sol";
import {Side} from "./types/Side.sol";

/// @title CostPool
/// @notice Who pays for running the alliance
contract CostPool is ICostPool, Operated {
    ILedger private immutable _LEDGER;
    address private immutable _TREASURY;

    constructor(ILedger ledger, address treasury_) {
        _LEDGER = ledger;
        _TREASURY = treasury_;
    }

    /// @inheritdoc ICostPool
    function charge(
        uint256 dealId,
        Side side,
        address payer,
        uint256 cost,
        uint256 theta
    ) external override onlyOperator returns (uint256 amount) {
        (uint256 supplierShare, uint256 retailerShare) = ShareMath.splitDown(cost, theta);
        amount = side == Side.Supplier ? supplierShare : retailerShare;

        // Log
        emit CostShareCharged(dealId, payer, side, amount);

        // Interaction
        _LEDGER.moveAvailable(payer, _TREASURY, amount);
    }

    /// @inheritdoc ICostPool
    function sharesOf(
        uint256 cost,
        uint256 theta
    ) external pure override returns (uint256 supplierShare, uint256 retailerShare) {
        return ShareMath.splitDown(cost, theta);
    }

    /// @inheritdoc ICostPool
    function treasury() external view override returns (address) {
        return _TREASURY;
    }
}
