import { expect } from "chai";

import { digestOf } from "./agreement.ts";
import { Side } from "./enums.ts";
import { agreementOf, COMMITMENT, type World } from "./world.ts";

/** Brings a signature as the side itself, and expects the contract to find that it is not that side's. */
export async function expectInvalidSignature(
  world: World,
  dealId: bigint,
  side: bigint,
  signature: string,
  commitment = COMMITMENT,
) {
  const signer = side === Side.Supplier ? world.supplier : world.retailer;
  const digest = await digestOf(world.deals, await agreementOf(world, dealId, commitment));
  await expect(world.deals.connect(signer).sign(dealId, side, commitment, signature))
    .to.be.revertedWithCustomError(world.deals, "Deals_InvalidSignature")
    .withArgs(dealId, signer.address, digest);
}
