// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOperated} from "./interfaces/IOperated.sol";

/// @title Operated
/// @notice Restricted functions for a set of contracts that is named once
abstract contract Operated is IOperated {
    address private immutable _DEPLOYER;
    mapping(address account => bool allowed) private _operators;
    bool private _sealed;

    modifier onlyOperator() {
        require(_operators[msg.sender], Operated_NotOperator(msg.sender));
        _;
    }

    constructor() {
        _DEPLOYER = msg.sender;
    }

    /// @inheritdoc IOperated
    function sealOperators(address[] calldata operators) external override {
        // Check
        require(msg.sender == _DEPLOYER, Operated_NotDeployer(msg.sender, _DEPLOYER));
        require(!_sealed, Operated_AlreadySealed());

        // Effect
        _sealed = true;
        for (uint256 i = 0; i < operators.length; ++i) {
            require(operators[i].code.length > 0, Operated_NotAContract(operators[i]));
            _operators[operators[i]] = true;
        }

        // Log
        emit OperatorsSealed(operators);
    }

    /// @inheritdoc IOperated
    function isOperator(address account) external view override returns (bool) {
        return _operators[account];
    }

    /// @inheritdoc IOperated
    function isSealed() external view override returns (bool) {
        return _sealed;
    }
}
