import { expect } from "chai";
import { after, before, describe, it } from "mocha";

import { AllianceError } from "#domain/errors.ts";
import { act } from "#measure/stage.ts";

import { withStore } from "./support/measuring.ts";
import { ONE, setScene } from "./support/stage.ts";
import type { Scene } from "./support/stage.ts";

describe("measure/stage", () => {
  let scene: Scene;
  before(async () => {
    scene = await withStore(setScene);
  });
  after(() => scene.close());

  it("sends a transaction, waits for it, and has it written down once", async () => {
    const { stage, owner, entries, actors, alliance } = scene;
    const { account } = actors.supplier;
    const owned = await alliance.token.balanceOf(account);
    const receipt = await act(stage, actors.supplier, "get a token", owner.token.mint(account, ONE), 4n);
    expect(await alliance.token.balanceOf(account)).to.equal(owned + ONE);
    expect(entries).to.deep.equal([{ actor: "Ann", action: "get a token", dealId: 4n, receipt }]);
    await act(stage, { name: "Outsider" }, "get a token", owner.token.mint(account, ONE));
    expect(entries.length).to.equal(2);
    expect(entries[1]).not.to.have.property("dealId");
  });

  it("waits until it is written down", async () => {
    const { stage, owner, actors } = scene;
    const order: string[] = [];
    const slow = {
      ...stage,
      write: async () => {
        await stage.provider.getBlockNumber();
        order.push("written");
      },
    };
    await act(slow, actors.supplier, "get a token", owner.token.mint(actors.supplier.account, 1n));
    order.push("done");
    expect(order).to.deep.equal(["written", "done"]);
  });

  it("says who wanted to do what on which deal when it is refused, and writes nothing down", async () => {
    const { stage, entries, actors } = scene;
    const before = entries.length;
    const refused = async (dealId?: bigint): Promise<AllianceError> => {
      try {
        await act(stage, actors.supplier, "accept", actors.supplier.alliance.deals.accept(9n), dealId);
      } catch (error) {
        if (error instanceof AllianceError) return error;
        throw error;
      }
      throw new Error("was not refused");
    };
    expect((await refused(9n)).message).to.match(/^Ann: accept on deal 9: Deals_WrongStatus\(/);
    expect((await refused()).message).to.match(/^Ann: accept: Deals_WrongStatus\(/);
    expect(entries.length).to.equal(before);
  });
});
