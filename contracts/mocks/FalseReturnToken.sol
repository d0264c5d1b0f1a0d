// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title FalseReturnToken
/// @notice Says false instead of failing when it refuses a transfer
contract FalseReturnToken {
    mapping(address holder => uint256 amount) public balanceOf;
    bool private _refuses;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    /// @notice From now on every transfer is refused, or none.
    function refuse(bool refuses) external {
        _refuses = refuses;
    }

    function approve(address, uint256) external pure returns (bool) {
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        return _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        return _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private returns (bool) {
        if (_refuses || balanceOf[from] < amount) return false;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        return true;
    }
}
