// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice The cheat codes of the Solidity test runner that these tests use.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function addr(uint256 privateKey) external pure returns (address account);
    function assume(bool condition) external pure;
    function cool(address target) external;
    function expectEmit(address emitter) external;
    function expectRevert(bytes calldata reason) external;
    /// @dev Reads the clock anew; the compiler may take `block.timestamp` for constant within a function.
    function getBlockTimestamp() external view returns (uint256 time);
    function getCode(string calldata artifact) external view returns (bytes memory creationCode);
    function getRecordedLogs() external returns (Log[] memory logs);
    function label(address account, string calldata name) external;
    function load(address target, bytes32 slot) external view returns (bytes32 value);
    function prank(address sender) external;
    function recordLogs() external;
    function sign(uint256 privateKey, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function startPrank(address sender) external;
    function stopPrank() external;
    function toString(uint256 value) external pure returns (string memory text);
    function warp(uint256 time) external;
}
