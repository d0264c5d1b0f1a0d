// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title ReentrantToken
/// @notice Calls somebody from within a transfer, and remembers how that went
/// @dev The call comes from the token itself, so the token is the member that re-enters.
contract ReentrantToken is ERC20 {
    address private _target;
    bytes private _call;
    bool private _afterwards;

    /// @notice How many calls were made, and how the last one went.
    uint256 public calls;
    bool public succeeded;
    bytes public answer;

    constructor() ERC20("Reentrant", "REE") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Arms the next transfer.
    /// @param afterwards Whether the call is made after the balances have changed, else before.
    function arm(address target, bytes calldata call, bool afterwards) external {
        _target = target;
        _call = call;
        _afterwards = afterwards;
    }

    /// @notice Does something in the token's own name, outside a transfer.
    function act(address target, bytes calldata call) external {
        (bool success, bytes memory result) = target.call(call);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(result, 0x20), mload(result))
            }
        }
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (!_afterwards) _fire();
        super._update(from, to, amount);
        if (_afterwards) _fire();
    }

    function _fire() private {
        address target = _target;
        if (target == address(0)) return;
        _target = address(0);
        ++calls;
        (succeeded, answer) = target.call(_call);
    }
}
