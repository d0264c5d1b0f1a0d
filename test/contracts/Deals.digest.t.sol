// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDeals} from "../../contracts/interfaces/IDeals.sol";
import {Side} from "../../contracts/types/Side.sol";
import {Trade} from "../support/Trade.sol";

/// @notice What is signed is one agreement: this deal, these words, on this chain, in this contract. Nothing else.
contract DealsDigestTest is Trade {
    bytes32 private constant WORDS = keccak256("words");

    /// @dev Two deals that differ in nothing but their id.
    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < 2; ++i) {
            _offer(ann, 10, 30);
            _demand(ron, 10, 30);
        }
    }

    function test_dealsThatAreNotThereHaveNoDigest() external {
        bytes memory reason = abi.encodeWithSelector(
            IDeals.Deals_WrongStatus.selector,
            3,
            IDeals.Status.None,
            IDeals.Status.Matched
        );
        vm.expectRevert(reason);
        deals.agreementDigest(3, WORDS);
    }

    /// @dev EIP-712, computed from the type as it is written in the documentation.
    function test_theDigestIsThatOfTheTypedAgreement() external view {
        assertEq(deals.agreementDigest(1, WORDS), _digest(1, WORDS, block.chainid, address(deals)), "first deal");
        assertEq(deals.agreementDigest(2, WORDS), _digest(2, WORDS, block.chainid, address(deals)), "second deal");
    }

    function test_aSignatureServesOneDealOnly() external {
        _expectRefusal(_digest(2, WORDS, block.chainid, address(deals)));
    }

    function test_aSignatureServesOneTextOnly() external {
        _expectRefusal(_digest(1, keccak256("other words"), block.chainid, address(deals)));
    }

    function test_aSignatureServesOneChainOnly() external {
        _expectRefusal(_digest(1, WORDS, block.chainid + 1, address(deals)));
    }

    function test_aSignatureServesOneContractOnly() external {
        _expectRefusal(_digest(1, WORDS, block.chainid, address(this)));
    }

    function test_theRightSignatureIsTaken() external {
        bytes memory signature = _sign(1, _digest(1, WORDS, block.chainid, address(deals)));
        vm.expectEmit(address(deals));
        emit IDeals.AgreementSigned(1, ann, Side.Supplier, WORDS, signature);
        deals.sign(1, Side.Supplier, WORDS, signature);
        assertEq(deals.commitmentOf(1, Side.Supplier), WORDS, "commitment");
    }

    /// @dev Zero stands for "not signed" elsewhere, so it cannot be signed.
    function test_nothingIsNoText() external {
        bytes memory signature = _sign(1, _digest(1, 0, block.chainid, address(deals)));
        vm.expectRevert(abi.encodeWithSelector(IDeals.Deals_ZeroCommitment.selector, 1));
        deals.sign(1, Side.Supplier, 0, signature);
    }

    /// @dev A side's signature is not the other side's.
    function test_aSignatureServesItsSignerOnly() external {
        bytes32 digest = _digest(1, WORDS, block.chainid, address(deals));
        bytes memory signature = _sign(3, digest);
        vm.expectRevert(abi.encodeWithSelector(IDeals.Deals_InvalidSignature.selector, 1, ann, digest));
        deals.sign(1, Side.Supplier, WORDS, signature);
    }

    /// @dev Ann signs something else, and it is brought as her signature on the first deal.
    function _expectRefusal(bytes32 signed) private {
        bytes32 needed = _digest(1, WORDS, block.chainid, address(deals));
        bytes memory signature = _sign(1, signed);
        vm.expectRevert(abi.encodeWithSelector(IDeals.Deals_InvalidSignature.selector, 1, ann, needed));
        deals.sign(1, Side.Supplier, WORDS, signature);
    }

    function _sign(uint256 key, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _digest(
        uint256 dealId,
        bytes32 commitment,
        uint256 chainId,
        address contract_
    ) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("chain-alliance"),
                keccak256("1"),
                chainId,
                contract_
            )
        );
        bytes32 agreement = keccak256(
            abi.encode(
                keccak256(
                    "Agreement(uint256 dealId,bytes32 commitment,address supplier,address retailer,"
                    "uint256 classId,uint256 quantity,uint256 price,uint256 signBy,uint256 deliverBy)"
                ),
                dealId,
                commitment,
                ann,
                ron,
                uint256(classId),
                uint256(10),
                uint256(10 * 30 * TICK_SIZE),
                START + 1 hours,
                uint256(_deliverBy())
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, agreement));
    }
}
