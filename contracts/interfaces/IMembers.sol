// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Side} from "../types/Side.sol";

/// @notice The alliance's members. A supplier or retailer joins with a bond, which stays locked in the Ledger, and gets
/// it back when it leaves: after a notice period, and without open orders or live deals.
interface IMembers {
    /// @notice A member's record.
    /// @param joined Whether the account is a member.
    /// @param side Its role; fixed while it is a member.
    /// @param noticeEnd Unix time in seconds from which it may leave; 0 while it has given no notice.
    /// @param commitments Its open orders and live deals.
    struct Member {
        // slot 0
        bool joined;
        Side side;
        uint40 noticeEnd;
        uint64 commitments;
    }

    /// @notice Emitted when an account became a member.
    /// @param bond Locked for the membership, in token units.
    event MemberJoined(address indexed account, Side side, uint256 bond);
    /// @notice Emitted when a member gave notice.
    event NoticeGiven(address indexed account, uint256 noticeEnd);
    /// @notice Emitted when a member left.
    event MemberLeft(address indexed account, uint256 bond);

    /// @notice Thrown when a member joins again.
    error Members_AlreadyMember(address account);
    /// @notice Thrown when the account is no member.
    error Members_NotMember(address account);
    /// @notice Thrown when a member acts in the other role.
    error Members_WrongSide(address account, Side side, Side needed);
    /// @notice Thrown when a member that has given notice places an order or gives notice again.
    error Members_OnNotice(address account, uint256 noticeEnd);
    /// @notice Thrown when a member leaves without notice.
    error Members_NoNotice(address account);
    /// @notice Thrown when a member leaves before its notice has run out.
    error Members_NoticeRunning(address account, uint256 noticeEnd, uint256 time);
    /// @notice Thrown when a member leaves with open orders or live deals.
    error Members_Committed(address account, uint256 commitments);

    /// @notice Makes the caller a member and locks its bond, which must be in its available balance.
    /// @dev Reverts if the caller is a member already, or if its available balance is smaller than the bond.
    /// @param side The caller's role.
    function join(Side side) external;

    /// @notice Starts the caller's notice period. From now on it places no orders; open orders and live deals go on.
    /// @dev Reverts if the caller is no member or has given notice already.
    function giveNotice() external;

    /// @notice Ends the caller's membership and unlocks its bond.
    /// @dev Reverts if the caller is no member, has given no notice, if the notice period runs, or if it has open
    /// orders or live deals.
    function resign() external;

    /// @notice Counts one more open order or live deal of a member. Operators only.
    function engage(address account) external;

    /// @notice Counts one open order or live deal less. Operators only.
    function disengage(address account) external;

    /// @notice Does nothing if `account` may place orders on `side`.
    /// @dev Reverts if it is no member, has the other role, or has given notice.
    function requireActive(address account, Side side) external view;

    /// @notice The record of `account`.
    function memberOf(address account) external view returns (Member memory);

    /// @notice The bond of a membership, in token units.
    function membershipBond() external view returns (uint256);

    /// @notice The notice period, in seconds.
    function noticePeriod() external view returns (uint256);
}
