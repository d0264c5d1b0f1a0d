// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title BombToken
/// @notice A permit that fails with a huge reason, or burns all the gas it gets
contract BombToken is ERC20 {
    bool private _burnsGas;

    constructor() ERC20("Bomb", "BOMB") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Chooses between burning gas and the huge reason.
    function burnGas(bool burnsGas) external {
        _burnsGas = burnsGas;
    }

    function permit(address, address, uint256, uint256, uint8, bytes32, bytes32) external view {
        if (_burnsGas) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        assembly {
            revert(0, 200000)
        }
    }
}
