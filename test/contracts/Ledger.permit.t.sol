// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ILedger} from "../../contracts/interfaces/ILedger.sol";
import {World} from "../support/World.sol";

/// @notice Deposits with a permit: one transaction for the owner, and nothing to gain or spoil for anybody else.
contract LedgerPermitTest is World {
    uint256 private constant KEY = 77;

    address private _alice;

    function setUp() public override {
        super.setUp();
        _alice = vm.addr(KEY);
    }

    function test_permitApprovesAndDeposits() external {
        token.mint(_alice, 40);
        (uint8 v, bytes32 r, bytes32 s) = _permit(40, START);
        vm.expectEmit(address(ledger));
        emit ILedger.Deposited(_alice, 40);
        vm.prank(_alice);
        ledger.depositWithPermit(40, START, v, r, s);
        _assertBalance(_alice, 40, 0, "alice");
        assertEq(token.nonces(_alice), 1, "the permit is used");
        _assertSolvent(_list(_alice));
    }

    /// @dev Whoever submits the permit first spoils nothing: its allowance is there.
    function test_permitUsedBySomebodyElseStillDeposits() external {
        token.mint(_alice, 40);
        (uint8 v, bytes32 r, bytes32 s) = _permit(40, START);
        vm.prank(STRANGER);
        token.permit(_alice, address(ledger), 40, START, v, r, s);
        vm.prank(_alice);
        ledger.depositWithPermit(40, START, v, r, s);
        _assertBalance(_alice, 40, 0, "alice");
    }

    function test_anExpiredPermitIsNoAllowance() external {
        token.mint(_alice, 40);
        (uint8 v, bytes32 r, bytes32 s) = _permit(40, START - 1);
        vm.prank(_alice);
        vm.expectRevert(
            abi.encodeWithSignature("ERC20InsufficientAllowance(address,uint256,uint256)", address(ledger), 0, 40)
        );
        ledger.depositWithPermit(40, START - 1, v, r, s);
    }

    /// @dev Alice's permit does not let a stranger deposit her tokens as his own.
    function test_aPermitServesItsSignerOnly() external {
        token.mint(_alice, 40);
        (uint8 v, bytes32 r, bytes32 s) = _permit(40, START);
        vm.prank(STRANGER);
        vm.expectRevert(
            abi.encodeWithSignature("ERC20InsufficientAllowance(address,uint256,uint256)", address(ledger), 0, 40)
        );
        ledger.depositWithPermit(40, START, v, r, s);
        assertEq(token.balanceOf(_alice), 40, "tokens of alice");
    }

    function test_permitOfNothingIsRefused() external {
        (uint8 v, bytes32 r, bytes32 s) = _permit(0, START);
        vm.prank(_alice);
        vm.expectRevert(abi.encodeWithSelector(ILedger.Ledger_ZeroAmount.selector));
        ledger.depositWithPermit(0, START, v, r, s);
    }

    function _permit(uint256 amount, uint256 deadline) private view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                _alice,
                address(ledger),
                amount,
                token.nonces(_alice),
                deadline
            )
        );
        return vm.sign(KEY, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), structHash)));
    }
}
