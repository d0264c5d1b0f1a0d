// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICostPool} from "../../contracts/interfaces/ICostPool.sol";
import {ILedger} from "../../contracts/interfaces/ILedger.sol";
import {IOperated} from "../../contracts/interfaces/IOperated.sol";
import {Side} from "../../contracts/types/Side.sol";
import {World} from "../support/World.sol";

/// @notice The operating cost: the supplier pays theta of it, the retailer the rest, both to the treasury.
contract CostPoolTest is World {
    address private constant PAYER = address(uint160(uint256(keccak256("payer"))));

    ICostPool private _pool;

    /// @dev A pool of which the test is the operator, over a Ledger of its own.
    function setUp() public override {
        super.setUp();
        ledger = ILedger(_create("contracts/Ledger.sol:Ledger", abi.encode(token)));
        _pool = ICostPool(_create("contracts/CostPool.sol:CostPool", abi.encode(ledger, TREASURY)));
        IOperated(address(ledger)).sealOperators(_list(address(_pool)));
        IOperated(address(_pool)).sealOperators(_list(address(this)));
    }

    function test_aPayerWithoutTheMoneyIsRefused() external {
        _fund(PAYER, 36);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_InsufficientAvailable.selector, PAYER, 36, 37));
        _pool.charge(1, Side.Supplier, PAYER, 101, 0.37e18);
        _assertBalance(PAYER, 36, 0, "payer");
    }

    function test_chargesTheSuppliersPart() external {
        _charge(Side.Supplier, 37);
    }

    function test_chargesTheRetailersPart() external {
        _charge(Side.Retailer, 64);
    }

    function test_knowsItsTreasury() external view {
        assertEq(_pool.treasury(), TREASURY, "treasury");
    }

    function test_aPartOfZeroCostsNothing() external {
        assertEq(_pool.charge(1, Side.Supplier, PAYER, 101, 0), 0, "theta 0 spares the supplier");
        assertEq(_pool.charge(1, Side.Retailer, PAYER, 101, 1e18), 0, "theta 1 spares the retailer");
        _assertBalance(TREASURY, 0, 0, "treasury");
    }

    /// @dev What both sides are charged is the cost, and it is what `sharesOf` announced.
    function testFuzz_bothChargesAreTheCost(uint128 cost, uint256 theta) external {
        theta = bound(theta, 0, 1e18);
        (uint256 supplierShare, uint256 retailerShare) = _pool.sharesOf(cost, theta);
        assertEq(supplierShare + retailerShare, cost, "shares add up");
        if (cost > 0) _fund(PAYER, cost);
        assertEq(_pool.charge(1, Side.Supplier, PAYER, cost, theta), supplierShare, "supplier's charge");
        _assertBalance(TREASURY, supplierShare, 0, "treasury");
        assertEq(_pool.charge(1, Side.Retailer, PAYER, cost, theta), retailerShare, "retailer's charge");
        _assertBalance(TREASURY, cost, 0, "treasury");
        _assertBalance(PAYER, 0, 0, "payer");
    }

    function _charge(Side side, uint256 part) private {
        _fund(PAYER, 1_000);
        vm.expectEmit(address(_pool));
        emit ICostPool.CostShareCharged(3, PAYER, side, part);
        vm.expectEmit(address(ledger));
        emit ILedger.Moved(address(_pool), PAYER, TREASURY, part, false);
        assertEq(_pool.charge(3, side, PAYER, 101, 0.37e18), part, "charged");
        _assertBalance(PAYER, 1_000 - part, 0, "payer");
        _assertBalance(TREASURY, part, 0, "treasury");
        _assertSolvent(_list(PAYER, TREASURY));
    }
}
