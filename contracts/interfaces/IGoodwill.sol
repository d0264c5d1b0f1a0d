// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice The members' goodwill: counts of how their deals ended, and a score made of them. Nothing but the end of a
/// deal changes it, so it can be recomputed from events.
interface IGoodwill {
    /// @notice How a deal ended, from one side's view.
    /// @custom:value0 Kept The agreement was kept by both sides.
    /// @custom:value1 Wronged The other side broke the agreement that this side kept.
    /// @custom:value2 Defaulted This side broke the agreement.
    enum Cause {
        Kept,
        Wronged,
        Defaulted
    }

    /// @notice A member's counts.
    struct Record {
        // slot 0
        uint64 kept;
        uint64 wronged;
        uint64 defaulted;
    }

    /// @notice Emitted when a deal's end changed a member's goodwill.
    /// @param score The member's score after the change.
    event GoodwillChanged(uint256 indexed dealId, address indexed member, Cause cause, int256 score);

    /// @notice Counts the end of a deal for one side. Operators only.
    /// @dev Reverts if the caller is no operator.
    function record(uint256 dealId, address member, Cause cause) external;

    /// @notice The counts of `member`.
    function recordOf(address member) external view returns (Record memory);

    /// @notice kept + wronged - 3 * defaulted: goodwill is slow to gain and fast to lose.
    function scoreOf(address member) external view returns (int256);
}
