// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/**
 * @notice The rules of a product class. Immutable once listed: new rules are a new class, so that every order and deal
 * keeps the rules it was made under. Amounts per unit make a deal's bond, penalty and cost independent of how an order
 * was split into fills.
 * @param tickSize price of one unit of goods at tick 1, in token units; the price at tick t is t * tickSize
 * @param bond locked by each side per unit of goods, in token units
 * @param penalty moved from the defaulting side to the other per unit of goods, in token units; at most `bond`
 * @param operatingCost cost of running the alliance per unit of goods, in token units
 * @param theta the suppliers' share of the operating cost, fixed-point number where 1e18 is the whole
 * @param lot smallest quantity and step of quantities, in units of goods
 * @param signPeriod seconds from the match within which both sides sign
 * @param acceptPeriod seconds from the delivery within which the retailer accepts or refuses
 * @param deliveryGrid delivery deadlines are multiples of this many seconds, so that orders meet in few books
 */
struct Terms {
    // slot 0
    uint128 tickSize;
    uint128 bond;
    // slot 1
    uint128 penalty;
    uint128 operatingCost;
    // slot 2
    uint64 theta;
    uint40 lot;
    uint32 signPeriod;
    uint32 acceptPeriod;
    uint32 deliveryGrid;
}
