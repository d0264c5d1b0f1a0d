// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGoodwill} from "../../contracts/interfaces/IGoodwill.sol";
import {IOperated} from "../../contracts/interfaces/IOperated.sol";
import {Side} from "../../contracts/types/Side.sol";
import {World} from "../support/World.sol";

/// @notice A contract obeys the operators that its deployer names, once; nobody else, and nobody before.
contract OperatedTest is World {
    /* NAMING THE OPERATORS */

    function test_onlyTheDeployerNamesOperators() external {
        IOperated operated = _fresh();
        vm.prank(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(IOperated.Operated_NotDeployer.selector, STRANGER, address(this)));
        operated.sealOperators(_list(address(token)));
        assertTrue(!operated.isSealed(), "still open");
    }

    function test_operatorsAreNamedOnce() external {
        IOperated operated = _fresh();
        operated.sealOperators(_list(address(token)));
        vm.expectRevert(abi.encodeWithSelector(IOperated.Operated_AlreadySealed.selector));
        operated.sealOperators(_list(address(ledger)));
        assertTrue(!operated.isOperator(address(ledger)), "the second set is ignored");
    }

    function test_evenAnEmptySetIsFinal() external {
        IOperated operated = _fresh();
        operated.sealOperators(new address[](0));
        vm.expectRevert(abi.encodeWithSelector(IOperated.Operated_AlreadySealed.selector));
        operated.sealOperators(_list(address(token)));
    }

    function test_anOperatorMustHaveCode() external {
        IOperated operated = _fresh();
        vm.expectRevert(abi.encodeWithSelector(IOperated.Operated_NotAContract.selector, STRANGER));
        operated.sealOperators(_list(address(token), STRANGER));
        assertTrue(!operated.isSealed() && !operated.isOperator(address(token)), "nothing has happened");
    }

    function test_sealNamesTheOperators() external {
        IOperated operated = _fresh();
        assertTrue(!operated.isSealed() && !operated.isOperator(address(token)), "no operators yet");
        address[] memory operators = _list(address(token), address(ledger));
        vm.expectEmit(address(operated));
        emit IOperated.OperatorsSealed(operators);
        operated.sealOperators(operators);
        assertTrue(operated.isSealed(), "sealed");
        assertTrue(operated.isOperator(address(token)) && operated.isOperator(address(ledger)), "both are operators");
        assertTrue(!operated.isOperator(address(this)), "the deployer is none");
    }

    /* OBEYING NOBODY ELSE */

    /// @dev Before the operators are named, not even the deployer is obeyed.
    function test_obeysNobodyBeforeItIsSealed() external {
        IGoodwill fresh = IGoodwill(address(_fresh()));
        vm.expectRevert(abi.encodeWithSelector(IOperated.Operated_NotOperator.selector, address(this)));
        fresh.record(1, STRANGER, IGoodwill.Cause.Kept);
    }

    function test_everyRestrictedFunctionRefusesStrangers() external {
        _refuses(address(ledger), abi.encodeCall(ledger.lock, (STRANGER, 0)), STRANGER);
        _refuses(address(ledger), abi.encodeCall(ledger.unlock, (STRANGER, 0)), STRANGER);
        _refuses(address(ledger), abi.encodeCall(ledger.moveAvailable, (STRANGER, STRANGER, 0)), STRANGER);
        _refuses(address(ledger), abi.encodeCall(ledger.moveLocked, (STRANGER, STRANGER, 0)), STRANGER);
        _refuses(address(members), abi.encodeCall(members.engage, (STRANGER)), STRANGER);
        _refuses(address(members), abi.encodeCall(members.disengage, (STRANGER)), STRANGER);
        _refuses(address(costPool), abi.encodeCall(costPool.charge, (1, Side.Supplier, STRANGER, 0, 0)), STRANGER);
        _refuses(address(goodwill), abi.encodeCall(goodwill.record, (1, STRANGER, IGoodwill.Cause.Kept)), STRANGER);
        _refuses(
            address(deals),
            abi.encodeCall(deals.open, (STRANGER, STRANGER, classId, _deliverBy(), 5, 1)),
            STRANGER
        );
    }

    /// @dev An operator of one contract is a stranger to the contracts that do not name it.
    function test_operatorsReachNoFurtherThanNamed() external {
        _refuses(
            address(goodwill),
            abi.encodeCall(goodwill.record, (1, STRANGER, IGoodwill.Cause.Kept)),
            address(orderBook)
        );
        _refuses(
            address(costPool),
            abi.encodeCall(costPool.charge, (1, Side.Supplier, STRANGER, 0, 0)),
            address(orderBook)
        );
        _refuses(address(members), abi.encodeCall(members.engage, (STRANGER)), address(costPool));
        _refuses(address(ledger), abi.encodeCall(ledger.lock, (STRANGER, 0)), address(goodwill));
        _refuses(
            address(deals),
            abi.encodeCall(deals.open, (STRANGER, STRANGER, classId, _deliverBy(), 5, 1)),
            address(this)
        );
    }

    function testFuzz_strangersAreRefused(address caller) external {
        vm.assume(caller != address(deals) && caller != address(vm));
        _refuses(address(goodwill), abi.encodeCall(goodwill.record, (1, STRANGER, IGoodwill.Cause.Kept)), caller);
    }

    function _refuses(address target, bytes memory call, address caller) private {
        vm.prank(caller);
        (bool success, bytes memory reason) = target.call(call);
        assertTrue(!success, "refused");
        assertEq(
            keccak256(reason),
            keccak256(abi.encodeWithSelector(IOperated.Operated_NotOperator.selector, caller)),
            "reason of the refusal"
        );
    }

    function _fresh() private returns (IOperated) {
        return IOperated(_create("contracts/Goodwill.sol:Goodwill", ""));
    }
}
