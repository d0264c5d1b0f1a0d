import { type Signer, type TypedDataDomain, TypedDataEncoder } from "ethers";

import type { Deals } from "#chain/generated/index.ts";

/** What both sides of a deal sign, field by field as the documentation of the contract lists it. */
export const AGREEMENT_TYPES = {
  Agreement: [
    { name: "dealId", type: "uint256" },
    { name: "commitment", type: "bytes32" },
    { name: "supplier", type: "address" },
    { name: "retailer", type: "address" },
    { name: "classId", type: "uint256" },
    { name: "quantity", type: "uint256" },
    { name: "price", type: "uint256" },
    { name: "signBy", type: "uint256" },
    { name: "deliverBy", type: "uint256" },
  ],
};

export interface Agreement {
  readonly dealId: bigint;
  readonly commitment: string;
  readonly supplier: string;
  readonly retailer: string;
  readonly classId: bigint;
  readonly quantity: bigint;
  readonly price: bigint;
  readonly signBy: bigint;
  readonly deliverBy: bigint;
}

/** The domain of a deployment, built from what everybody knows rather than asked from the contract. */
export async function domainOf(deals: Deals): Promise<TypedDataDomain> {
  const network = await deals.runner?.provider?.getNetwork();
  if (network === undefined) throw new Error("the contract has no provider");
  return {
    name: "chain-alliance",
    version: "1",
    chainId: network.chainId,
    verifyingContract: await deals.getAddress(),
  };
}

export async function signAgreement(signer: Signer, deals: Deals, agreement: Agreement): Promise<string> {
  return signer.signTypedData(await domainOf(deals), AGREEMENT_TYPES, agreement);
}

export async function digestOf(deals: Deals, agreement: Agreement): Promise<string> {
  return TypedDataEncoder.hash(await domainOf(deals), AGREEMENT_TYPES, agreement);
}
