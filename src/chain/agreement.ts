import { Interface, TypedDataEncoder, isCallException, recoverAddress } from "ethers";
import type { TypedDataDomain, TypedDataField } from "ethers";

import type { Alliance } from "./alliance.ts";
import type { ChainProvider, ChainSigner } from "./connection.ts";

/** The typed data (EIP-712) that both sides of a deal sign; the contract `Deals` hashes the same. */
export interface Agreement {
  readonly domain: TypedDataDomain;
  readonly types: Record<string, TypedDataField[]>;
  readonly value: Readonly<Record<string, string | bigint>>;
}

const TYPES: Record<string, TypedDataField[]> = {
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

/** The one form of a key's signature that the contract takes: 65 bytes, of which the last, v, is 27 or 28. */
const KEY_SIGNATURE = /^0x[0-9a-f]{128}1[bc]$/i;

const WALLET = new Interface(["function isValidSignature(bytes32,bytes) view returns (bytes4)"]);

/** ERC-1271: the answer of a wallet that confirms begins with this word. The contract reads no more of it either. */
const WALLET_CONFIRMS = `0x1626ba7e${"00".repeat(28)}`;

/** Reads the deal and puts together what its sides sign for `commitment`. */
export async function agreementFor(alliance: Alliance, dealId: bigint, commitment: string): Promise<Agreement> {
  const [deal, price, domain] = await Promise.all([
    alliance.deals.dealOf(dealId),
    alliance.deals.priceOf(dealId),
    alliance.deals.eip712Domain(),
  ]);
  const { supplier, retailer, classId, quantity, signBy, deliverBy } = deal;
  return {
    domain: {
      name: domain.name,
      version: domain.version,
      chainId: domain.chainId,
      verifyingContract: domain.verifyingContract,
    },
    types: TYPES,
    value: { dealId, commitment, supplier, retailer, classId, quantity, price, signBy, deliverBy },
  };
}

/** The signer's signature over the agreement. */
export async function signAgreement(signer: ChainSigner, agreement: Agreement): Promise<string> {
  return signer.signTypedData(agreement.domain, agreement.types, agreement.value);
}

/**
 * Whether `signature` is `signer`'s over the agreement: by its key, or by its wallet's word (ERC-1271).
 *
 * @param block the block at which a wallet is asked; its answer may change later
 */
export async function verifyAgreement(
  provider: ChainProvider,
  agreement: Agreement,
  signer: string,
  signature: string,
  block: number,
): Promise<boolean> {
  const digest = TypedDataEncoder.hash(agreement.domain, agreement.types, agreement.value);
  if (recovered(digest, signature) === signer) return true;
  if ((await provider.getCode(signer, block)) === "0x") return false;
  try {
    const data = WALLET.encodeFunctionData("isValidSignature", [digest, signature]);
    const answer = await provider.call({ to: signer, data, blockTag: block });
    return answer.startsWith(WALLET_CONFIRMS);
  } catch (error) {
    if (isCallException(error)) return false; // a wallet that reverts does not confirm
    throw error; // a chain that does not answer says nothing about the signature
  }
}

function recovered(digest: string, signature: string): string | undefined {
  if (!KEY_SIGNATURE.test(signature)) return undefined;
  try {
    return recoverAddress(digest, signature);
  } catch {
    return undefined; // no point of the curve, or the higher s
  }
}
