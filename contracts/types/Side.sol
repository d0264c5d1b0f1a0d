// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/**
 * @notice The two roles of an alliance.
 * @custom:value0 Supplier makes offers, delivers goods, receives the price.
 * @custom:value1 Retailer makes demands, accepts goods, pays the price.
 */
enum Side {
    Supplier,
    Retailer
}
