// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ILedger} from "../../contracts/interfaces/ILedger.sol";
import {IOperated} from "../../contracts/interfaces/IOperated.sol";
import {World} from "../support/World.sol";

/// @notice The Ledger against a model of two numbers for each account.
contract LedgerModelTest is World {
    address private constant ALICE = address(uint160(uint256(keccak256("alice"))));
    address private constant BOB = address(uint160(uint256(keccak256("bob"))));

    /// @dev A Ledger of which the test is the operator.
    function setUp() public override {
        super.setUp();
        ledger = ILedger(_create("contracts/Ledger.sol:Ledger", abi.encode(token)));
        IOperated(address(ledger)).sealOperators(_list(address(this)));
    }

    /// @dev Any sequence of valid steps keeps to a naive model of two numbers for each account.
    /// hardhat-config: fuzz.runs = 64
    function testFuzz_equalsTheNaiveModel(uint256 seed) external {
        address[3] memory accounts = [ALICE, BOB, STRANGER];
        uint256[3] memory available;
        uint256[3] memory locked;
        for (uint256 i = 0; i < 30; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 from = (seed >> 8) % 3;
            uint256 to = (seed >> 16) % 3;
            uint256 action = seed % 6;
            bool takesLocked = action == 3 || action == 5;
            uint256 most =
                action == 0
                    ? 1e30
                    : takesLocked
                        ? locked[from]
                        : available[from];
            uint256 amount = (seed >> 32) % (most + 1);
            if (action == 0) {
                _fund(accounts[from], ++amount);
                available[from] += amount;
            } else if (action == 1) {
                if (amount == 0) continue;
                vm.prank(accounts[from]);
                ledger.withdrawTo(accounts[to], amount);
                available[from] -= amount;
            } else if (action == 2) {
                ledger.lock(accounts[from], amount);
                available[from] -= amount;
                locked[from] += amount;
            } else if (action == 3) {
                ledger.unlock(accounts[from], amount);
                locked[from] -= amount;
                available[from] += amount;
            } else if (action == 4) {
                ledger.moveAvailable(accounts[from], accounts[to], amount);
                available[from] -= amount;
                available[to] += amount;
            } else {
                ledger.moveLocked(accounts[from], accounts[to], amount);
                locked[from] -= amount;
                available[to] += amount;
            }
            for (uint256 k = 0; k < 3; ++k) _assertBalance(accounts[k], available[k], locked[k], "account");
        }
        address[] memory all = new address[](3);
        for (uint256 k = 0; k < 3; ++k) all[k] = accounts[k];
        _assertSolvent(all);
    }
}
