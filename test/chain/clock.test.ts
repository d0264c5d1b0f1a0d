import { expect } from "chai";
import { network } from "hardhat";
import { after, describe, it } from "mocha";

import { advanceTo, blockTime } from "#chain/clock.ts";
import { inProcessChain } from "#chain/connection.ts";
import { AllianceError } from "#domain/errors.ts";

const connection = await network.create({ override: { initialDate: "2031-05-04T03:02:01Z" } });
const provider = inProcessChain(connection.provider);

async function refusalOf(action: Promise<unknown>): Promise<AllianceError> {
  try {
    await action;
  } catch (error) {
    if (error instanceof AllianceError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("chain/clock", () => {
  after(() => connection.close());

  it("reads the time of the newest block", async () => {
    const start = Date.parse("2031-05-04T03:02:01Z") / 1000;
    expect(await blockTime(provider)).to.be.within(start, start + 60);
  });

  it("mines a block at the second that it is told", async () => {
    const number = await provider.getBlockNumber();
    const time = (await blockTime(provider)) + 86_400;
    await advanceTo(provider, time);
    expect(await blockTime(provider)).to.equal(time);
    expect(await provider.getBlockNumber()).to.equal(number + 1);
  });

  it("cannot go back, and says so", async () => {
    const now = await blockTime(provider);
    for (const time of [now, now - 1]) {
      const { kind, message, hint, cause } = await refusalOf(advanceTo(provider, time));
      expect(kind).to.equal("chain");
      expect(message).to.equal(`the chain's clock cannot be set to ${time}`);
      expect(hint).to.match(/older/);
      expect(cause).to.be.instanceOf(Error);
    }
    expect(await blockTime(provider)).to.equal(now);
  });

  it("says that a chain's clock cannot be set", async () => {
    const real = inProcessChain({
      async request({ method, params }) {
        if (method.startsWith("evm_")) throw new Error(`the method ${method} does not exist`);
        return connection.provider.request(params === undefined ? { method } : { method, params });
      },
    });
    const { kind, hint } = await refusalOf(advanceTo(real, (await blockTime(real)) + 10));
    expect(kind).to.equal("chain");
    expect(hint).to.match(/local development chain/);
  });

  it("says that a chain has no block", async () => {
    const empty = inProcessChain({
      async request({ method }) {
        return method === "eth_chainId" ? "0x1" : null;
      },
    });
    expect((await refusalOf(blockTime(empty))).kind).to.equal("chain");
  });
});
