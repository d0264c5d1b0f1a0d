import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { expectBalances } from "../support/balances.ts";
import { MEMBERSHIP_BOND, NOTICE_PERIOD_SECONDS } from "../support/deployment.ts";
import { Side } from "../support/enums.ts";
import { fieldsOf } from "../support/results.ts";
import { at, createWorld, DEPOSIT, deadlineOf, openDeal, reach } from "../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

/** The world, and money in the Ledger for a stranger that is no member yet: exactly the bond. */
async function fixture() {
  const world = await createWorld(connection);
  const { token, ledger, owner, stranger, deliverBy, terms, classId } = world;
  await token.connect(owner).mint(stranger, MEMBERSHIP_BOND);
  await token.connect(stranger).approve(ledger, MEMBERSHIP_BOND);
  await ledger.connect(stranger).deposit(MEMBERSHIP_BOND);
  const order = [classId, deliverBy, 3n, 7n, deliverBy - terms.signPeriod] as const;
  return { ...world, order };
}

describe("Members: joining", () => {
  it("is refused to members, in either role", async () => {
    const { members, supplier } = await networkHelpers.loadFixture(fixture);
    for (const side of [Side.Supplier, Side.Retailer]) {
      await expect(members.connect(supplier).join(side))
        .to.be.revertedWithCustomError(members, "Members_AlreadyMember")
        .withArgs(supplier.address);
    }
  });

  it("is refused without the whole bond", async () => {
    const { members, ledger, stranger } = await networkHelpers.loadFixture(fixture);
    await ledger.connect(stranger).withdrawTo(stranger, 1n);
    await expect(members.connect(stranger).join(Side.Supplier))
      .to.be.revertedWithCustomError(ledger, "Ledger_InsufficientAvailable")
      .withArgs(stranger.address, MEMBERSHIP_BOND - 1n, MEMBERSHIP_BOND);
    expect((await members.memberOf(stranger)).joined).to.equal(false);
  });

  for (const [name, side] of [
    ["supplier", Side.Supplier],
    ["retailer", Side.Retailer],
  ] as const) {
    it(`as a ${name} locks the bond`, async () => {
      const { order: _, ...world } = await networkHelpers.loadFixture(fixture);
      const { members, stranger } = world;
      await expectBalances(world, { stranger: { available: -MEMBERSHIP_BOND, locked: MEMBERSHIP_BOND } }, () =>
        expect(members.connect(stranger).join(side))
          .to.emit(members, "MemberJoined")
          .withArgs(stranger.address, side, MEMBERSHIP_BOND),
      );
      expect(fieldsOf(await members.memberOf(stranger))).to.deep.equal({
        joined: true,
        side,
        noticeEnd: 0n,
        commitments: 0n,
      });
    });
  }
});

describe("Members: counting commitments", () => {
  it("is for the order book and the deals only", async () => {
    const { members, deployer, owner, supplier } = await networkHelpers.loadFixture(fixture);
    for (const caller of [deployer, owner, supplier]) {
      for (const action of ["engage", "disengage"] as const) {
        await expect(members.connect(caller)[action](supplier))
          .to.be.revertedWithCustomError(members, "Operated_NotOperator")
          .withArgs(caller.address);
      }
    }
  });

  it("follows orders into the book, into deals and to their end", async () => {
    const { order, ...world } = await networkHelpers.loadFixture(fixture);
    const { members, orderBook, deals, supplier, retailer, stranger } = world;
    const [classId, deliverBy, , tick, expiry] = order;
    const expectCommitments = async (bySupplier: bigint, byRetailer: bigint) => {
      expect((await members.memberOf(supplier)).commitments).to.equal(bySupplier);
      expect((await members.memberOf(retailer)).commitments).to.equal(byRetailer);
    };
    await orderBook.connect(supplier).place(Side.Supplier, ...order);
    await expectCommitments(1n, 0n);
    // A part of the offer: the deal is one more commitment of the supplier, and the rest of its order stays one.
    await orderBook.connect(retailer).place(Side.Retailer, classId, deliverBy, 1n, tick, expiry);
    await expectCommitments(2n, 1n);
    // More than the rest: the offer is used up, and what is left of the demand rests.
    await orderBook.connect(retailer).place(Side.Retailer, ...order);
    await expectCommitments(2n, 3n);
    await orderBook.connect(retailer).cancel(3n);
    await expectCommitments(2n, 2n);
    await at(world, (await deadlineOf(world, 2n)) + 1n);
    await deals.connect(stranger).enforce(1n);
    await expectCommitments(1n, 1n);
    await deals.connect(stranger).enforce(2n);
    await expectCommitments(0n, 0n);
  });
});

describe("Members: leaving", () => {
  it("is for members, with notice, after the notice period, and with nothing left to do", async () => {
    const { order, ...world } = await networkHelpers.loadFixture(fixture);
    const { members, orderBook, supplier, stranger } = world;
    for (const action of ["giveNotice", "resign"] as const) {
      await expect(members.connect(stranger)[action]())
        .to.be.revertedWithCustomError(members, "Members_NotMember")
        .withArgs(stranger.address);
    }
    await expect(members.connect(supplier).resign())
      .to.be.revertedWithCustomError(members, "Members_NoNotice")
      .withArgs(supplier.address);

    await orderBook.connect(supplier).place(Side.Supplier, ...order);
    const noticeAt = BigInt(await networkHelpers.time.latest()) + 10n;
    const noticeEnd = noticeAt + NOTICE_PERIOD_SECONDS;
    await at(world, noticeAt);
    await expect(members.connect(supplier).giveNotice())
      .to.emit(members, "NoticeGiven")
      .withArgs(supplier.address, noticeEnd);
    await expect(members.connect(supplier).giveNotice())
      .to.be.revertedWithCustomError(members, "Members_OnNotice")
      .withArgs(supplier.address, noticeEnd);

    await at(world, noticeEnd - 1n);
    await expect(members.connect(supplier).resign())
      .to.be.revertedWithCustomError(members, "Members_NoticeRunning")
      .withArgs(supplier.address, noticeEnd, noticeEnd - 1n);
    await at(world, noticeEnd);
    await expect(members.connect(supplier).resign())
      .to.be.revertedWithCustomError(members, "Members_Committed")
      .withArgs(supplier.address, 1n);
    await orderBook.connect(supplier).cancel(1n);

    await expectBalances(world, { supplier: { available: MEMBERSHIP_BOND, locked: -MEMBERSHIP_BOND } }, () =>
      expect(members.connect(supplier).resign())
        .to.emit(members, "MemberLeft")
        .withArgs(supplier.address, MEMBERSHIP_BOND),
    );
    expect((await members.memberOf(supplier)).joined).to.equal(false);
  });

  it("is possible at the very second at which the notice ends", async () => {
    const world = await networkHelpers.loadFixture(fixture);
    const { members, retailer } = world;
    await members.connect(retailer).giveNotice();
    const { noticeEnd } = await members.memberOf(retailer);
    await at(world, noticeEnd);
    await members.connect(retailer).resign();
    expect(BigInt(await networkHelpers.time.latest())).to.equal(noticeEnd);
  });

  it("on notice goes on with deals, but places no orders", async () => {
    const { order, ...world } = await networkHelpers.loadFixture(fixture);
    const { members, orderBook, deals, supplier, retailer } = world;
    const dealId = await reach(world, "Signed");
    await members.connect(supplier).giveNotice();
    const { noticeEnd } = await members.memberOf(supplier);
    await expect(orderBook.connect(supplier).place(Side.Supplier, ...order))
      .to.be.revertedWithCustomError(members, "Members_OnNotice")
      .withArgs(supplier.address, noticeEnd);
    await deals.connect(supplier).deliver(dealId, `0x${"e1".repeat(32)}`);
    await deals.connect(retailer).accept(dealId);
    await at(world, noticeEnd);
    await members.connect(supplier).resign();
  });

  it("waits for the end of live deals, which is never more than a deadline away", async () => {
    const { order: _, ...world } = await networkHelpers.loadFixture(fixture);
    const { members, deals, ledger, retailer, stranger } = world;
    const dealId = await openDeal(world);
    await members.connect(retailer).giveNotice();
    await at(world, (await members.memberOf(retailer)).noticeEnd);
    await expect(members.connect(retailer).resign())
      .to.be.revertedWithCustomError(members, "Members_Committed")
      .withArgs(retailer.address, 1n);
    await deals.connect(stranger).enforce(dealId);
    await members.connect(retailer).resign();
    expect(await ledger.accountOf(retailer)).to.deep.equal([DEPOSIT, 0n]);
  });

  it("and coming back in the other role is possible, and moves nothing but the bond", async () => {
    const { order, ...world } = await networkHelpers.loadFixture(fixture);
    const { members, orderBook, supplier } = world;
    await members.connect(supplier).giveNotice();
    await at(world, (await members.memberOf(supplier)).noticeEnd);
    await members.connect(supplier).resign();
    await expect(orderBook.connect(supplier).place(Side.Supplier, ...order))
      .to.be.revertedWithCustomError(members, "Members_NotMember")
      .withArgs(supplier.address);
    await members.connect(supplier).join(Side.Retailer);
    await expect(orderBook.connect(supplier).place(Side.Supplier, ...order))
      .to.be.revertedWithCustomError(members, "Members_WrongSide")
      .withArgs(supplier.address, Side.Retailer, Side.Supplier);
  });
});
