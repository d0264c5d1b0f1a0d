// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Side} from "../types/Side.sol";

/// @notice Pays for running the alliance: the cloud store and the chain. The operating cost of a deal is apportioned
/// theta to 1 - theta between supplier and retailer; each side pays its part when it signs.
interface ICostPool {
    /// @notice Emitted when a side has paid its part of a deal's operating cost.
    event CostShareCharged(uint256 indexed dealId, address indexed payer, Side side, uint256 amount);

    /// @notice Moves a side's part of the cost from its available balance to the treasury. Operators only.
    /// @dev Reverts if the caller is no operator or the payer's available balance is too small.
    /// @param dealId The deal that the cost belongs to.
    /// @param side The side that pays.
    /// @param payer Its account.
    /// @param cost The whole operating cost of the deal, in token units.
    /// @param theta The suppliers' share, fixed-point number where 1e18 is the whole.
    /// @return amount What was charged, in token units.
    function charge(
        uint256 dealId,
        Side side,
        address payer,
        uint256 cost,
        uint256 theta
    ) external returns (uint256 amount);

    /// @notice The two parts of `cost`. They add up to `cost` exactly; the retailer bears the rounding, below one unit.
    /// @param cost In token units.
    /// @param theta The suppliers' share, fixed-point number where 1e18 is the whole.
    function sharesOf(uint256 cost, uint256 theta) external pure returns (uint256 supplierShare, uint256 retailerShare);

    /// @notice The account that receives the operating cost.
    function treasury() external view returns (address);
}
