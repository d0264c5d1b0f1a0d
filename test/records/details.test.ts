import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { validateDetails } from "#records/details.ts";
import { refusal } from "./support/refusal.ts";
import { anyDetails } from "./support/arbitraries.ts";
import { DETAILS, RETAILER, SUPPLIER } from "./support/samples.ts";

const SEED = 20;

/** The sample with one value replaced. */
function altered(path: string, value: unknown): unknown {
  const copy = structuredClone(DETAILS) as unknown as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce<Record<string, unknown>>((object, key) => object[key] as Record<string, unknown>, copy);
  parent[last] = value;
  return copy;
}

describe("validateDetails", () => {
  const wrong: [string, unknown][] = [
    ["items", []],
    ["items.0.sku", ""],
    ["items.0.sku", "a\u001b[31m"],
    ["items.0.description", "\ud83d"],
    ["items.0.quantity", 1200],
    ["items.0.quantity", "0"],
    ["items.0.quantity", "1.5"],
    ["items.0.quantity", "-1"],
    ["items.0.quantity", "012"],
    ["items.0.quantity", "1e3"],
    ["items.0.unit", "kg"],
    ["items.0.gtin", "4012345678901"],
    ["deliveryTerms.incoterm", "DAT"],
    ["deliveryTerms.incoterm", undefined],
    ["deliveryTerms.place", undefined],
    ["deliveryTerms.notes", "x".repeat(10_001)],
    ["parties.supplier", SUPPLIER],
    ["parties.supplier", `eip155:31337:${SUPPLIER.slice(0, -1)}`],
    ["parties.supplier", `eip155:1:${SUPPLIER}`],
    ["parties.retailer", `eip155:31337:${SUPPLIER.toUpperCase().replace("0X", "0x")}`],
    ["references", undefined],
    ["references.0.type", "two\nlines"],
    ["deal.chainId", 31337],
    ["deal.chainId", "eip155:0"],
    ["deal.contract", "0x1234"],
    ["deal.contract", `${RETAILER}00`],
    ["deal.dealId", "0x7"],
    ["deal.dealId", 7],
    ["deal.quantity", "1.0"],
    ["deal.price", "12.50"],
    ["deal.price", "1e3"],
    ["deal.price", "-1"],
    ["deal.price", "0.0000000000000000001"],
    ["deal.deliverBy", "2027-03-01"],
    ["deal.deliverBy", "2027-03-01T12:00Z"],
    ["deal.deliverBy", "2027-03-01T12:00:00"],
    ["deal.deliverBy", "2027-03-01T12:00:00+01:00"],
    ["deal.deliverBy", "2027-02-29T12:00:00Z"],
    ["deal.deliverBy", "2027-03-01T12:00:00.5Z"],
    ["more", 1],
  ];
  for (const [path, value] of wrong) {
    it(`refuses ${path} = ${JSON.stringify(value)?.slice(0, 60)} and names the path`, async () => {
      const error = await refusal(() => validateDetails(altered(path, value)));
      expect(error.kind).to.equal("usage");
      const named = (error.values["issues"] as { path: string; message: string }[])
        .map((issue) => issue.path + issue.message)
        .join();
      const last = path.split(".").at(-1) ?? "";
      expect(named).to.include(last === "0" ? "[0]" : last);
      expect(error.message).to.include("$");
    });
  }

  it("refuses what is no object at all", async () => {
    for (const value of [null, undefined, 5, "details", [], JSON.parse('{"__proto__":{"items":[]}}')]) {
      expect((await refusal(() => validateDetails(value))).kind).to.equal("usage");
    }
  });

  it("shows ten problems and counts the others, without control characters", async () => {
    const items = Array.from({ length: 12 }, () => ({ ...DETAILS.items[0], unit: "\u001b[2J" }));
    const error = await refusal(() => validateDetails({ ...DETAILS, items, ["\u001b]0;x\u0007"]: 1 }));
    expect(error.message)
      .to.match(/\$\.items\[9\]\.unit .*and 3 more$/)
      .and.not.match(/\p{Cc}/u);
  });

  it("accepts the optional parts left out, extreme amounts, and either case of an address", () => {
    const plain = {
      ...DETAILS,
      deliveryTerms: { place: "Rotterdam" },
      references: [],
      parties: { ...DETAILS.parties, supplier: "eip155:31337:0x70997970C51812dc3A010C7d01b50e0d17dc79C8" },
      deal: { ...DETAILS.deal, dealId: "0", quantity: (2n ** 256n - 1n).toString(), price: "0.000000000000000001" },
    };
    expect(validateDetails(plain)).to.deep.equal(plain);
    const time = { ...DETAILS, deal: { ...DETAILS.deal, deliverBy: new Date(0).toISOString() } };
    expect(validateDetails(time)).to.deep.equal(time);
  });

  it(`returns what it accepts unchanged, as a copy (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyDetails, (details) => {
        const valid = validateDetails(details);
        expect(valid).to.deep.equal(details);
        expect(valid.items).not.to.equal(details.items);
      }),
      { seed: SEED },
    );
  });
});
