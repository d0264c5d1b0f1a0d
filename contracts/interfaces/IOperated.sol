// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice A contract that obeys a fixed set of other contracts. The deployer names them once; after that nobody can
/// change them. Until then none of the restricted functions can be called.
interface IOperated {
    /// @notice Emitted once, when the set of operators becomes final.
    /// @param operators The only addresses that restricted functions will ever obey.
    event OperatorsSealed(address[] operators);

    /// @notice Thrown when someone other than the deployer names the operators.
    error Operated_NotDeployer(address caller, address deployer);
    /// @notice Thrown when the operators are named a second time.
    error Operated_AlreadySealed();
    /// @notice Thrown when an operator has no code, and so cannot be a contract of the alliance.
    error Operated_NotAContract(address operator);
    /// @notice Thrown when a restricted function is called by anyone but an operator.
    error Operated_NotOperator(address caller);

    /// @notice Names the operators, for ever.
    /// @dev Reverts if the caller is not the deployer, if it was called before, or if an operator has no code.
    /// @param operators The contracts that may call restricted functions.
    function sealOperators(address[] calldata operators) external;

    /// @notice Whether `account` may call restricted functions.
    function isOperator(address account) external view returns (bool);

    /// @notice Whether the operators were named.
    function isSealed() external view returns (bool);
}
