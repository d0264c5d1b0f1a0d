// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILedger} from "./interfaces/ILedger.sol";
import {IMembers} from "./interfaces/IMembers.sol";
import {Operated} from "./Operated.sol";
import {Side} from "./types/Side.sol";

/// @title Members
/// @notice Who belongs to the alliance
contract Members is IMembers, Operated {
    ILedger private immutable _LEDGER;
    uint256 private immutable _BOND;
    uint32 private immutable _NOTICE_PERIOD;
    mapping(address account => Member record) private _members;

    constructor(ILedger ledger, uint256 membershipBond_, uint32 noticePeriod_) {
        _LEDGER = ledger;
        _BOND = membershipBond_;
        _NOTICE_PERIOD = noticePeriod_;
    }

    /* LIFE CYCLE */

    /// @inheritdoc IMembers
    function join(Side side) external override {
        // Check
        Member storage member = _members[msg.sender];
        require(!member.joined, Members_AlreadyMember(msg.sender));

        // Effect
        member.joined = true;
        member.side = side;

        // Log
        emit MemberJoined(msg.sender, side, _BOND);

        // Interaction
        _LEDGER.lock(msg.sender, _BOND);
    }

    /// @inheritdoc IMembers
    function giveNotice() external override {
        // Check
        Member storage member = _requireMember(msg.sender);
        require(member.noticeEnd == 0, Members_OnNotice(msg.sender, member.noticeEnd));

        // Effect
        uint40 noticeEnd = uint40(block.timestamp) + _NOTICE_PERIOD; // safe: 40 bits of seconds last for 34,000 years
        member.noticeEnd = noticeEnd;

        // Log
        emit NoticeGiven(msg.sender, noticeEnd);
    }

    /// @inheritdoc IMembers
    function resign() external override {
        // Check
        Member storage member = _requireMember(msg.sender);
        uint256 noticeEnd = member.noticeEnd;
        require(noticeEnd != 0, Members_NoNotice(msg.sender));
        require(block.timestamp >= noticeEnd, Members_NoticeRunning(msg.sender, noticeEnd, block.timestamp));
        require(member.commitments == 0, Members_Committed(msg.sender, member.commitments));

        // Effect
        delete _members[msg.sender];

        // Log
        emit MemberLeft(msg.sender, _BOND);

        // Interaction
        _LEDGER.unlock(msg.sender, _BOND);
    }

    /* COMMITMENTS */

    /// @inheritdoc IMembers
    function engage(address account) external override onlyOperator {
        ++_members[account].commitments;
    }

    /// @inheritdoc IMembers
    function disengage(address account) external override onlyOperator {
        --_members[account].commitments;
    }

    /* VIEWS */

    /// @inheritdoc IMembers
    function requireActive(address account, Side side) external view override {
        Member storage member = _requireMember(account);
        require(member.side == side, Members_WrongSide(account, member.side, side));
        require(member.noticeEnd == 0, Members_OnNotice(account, member.noticeEnd));
    }

    /// @inheritdoc IMembers
    function memberOf(address account) external view override returns (Member memory) {
        return _members[account];
    }

    /// @inheritdoc IMembers
    function membershipBond() external view override returns (uint256) {
        return _BOND;
    }

    /// @inheritdoc IMembers
    function noticePeriod() external view override returns (uint256) {
        return _NOTICE_PERIOD;
    }

    /* INTERNALS */

    function _requireMember(address account) private view returns (Member storage member) {
        member = _members[account];
        require(member.joined, Members_NotMember(account));
    }
}
