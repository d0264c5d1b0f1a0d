// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {console} from "hardhat/console.sol";

import {Campaign} from "./Campaign.sol";

/// @notice One long walk with a fixed seed: every action happens, so the invariants are not about nothing.
contract WalkTest is Campaign {
    uint256 private constant STEPS = 4_000;

    function test_everyActionHappens() external {
        function(uint256) external[18] memory actions = [
            handler.deposit,
            handler.withdraw,
            handler.donate,
            handler.join,
            handler.giveNotice,
            handler.resign,
            handler.offer,
            handler.demand,
            handler.cancel,
            handler.expire,
            handler.sign,
            handler.signAgain,
            handler.deliver,
            handler.accept,
            handler.refuse,
            handler.enforce,
            handler.wait,
            meddler.meddle
        ];
        for (uint256 i = 0; i < STEPS; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            actions[(seed >> 128) % actions.length](seed);
        }
        string[22] memory names = [
            "deposit",
            "withdraw",
            "donate",
            "join",
            "giveNotice",
            "resign",
            "offer",
            "demand",
            "cancel",
            "expire",
            "sign",
            "agree",
            "signAgain",
            "deliver",
            "accept",
            "refuse",
            "lapse",
            "disagree",
            "enforce unsigned",
            "enforce undelivered",
            "enforce unanswered",
            "wait"
        ];
        for (uint256 i = 0; i < names.length; ++i) console.log(names[i], handler.done(names[i]));
        for (uint256 i = 0; i < names.length; ++i) assertTrue(handler.done(names[i]) > 0, names[i]);
        assertTrue(meddler.times() > 0, "meddle");
        assertTrue(deals.dealCount() > 50, "many deals");
        _drain();
        _assertDrained();
    }
}
