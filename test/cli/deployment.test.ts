import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { after, describe, it } from "mocha";

import { readDeployment, readEvidenceFile } from "#cli/deployment.ts";
import { AllianceError } from "#domain/errors.ts";

import { temporaryFolders } from "./support/alliance.ts";

const ADDRESS = `0x${"Ab".repeat(20)}`;
const HASH = `0x${"0c".repeat(32)}`;
const NAMES = ["token", "ledger", "members", "costPool", "goodwill", "deals", "orderBook", "economy"];

const DEPLOYMENT = {
  chainId: 31_337,
  fromBlock: 0,
  fromBlockHash: HASH,
  addresses: Object.fromEntries(NAMES.map((name) => [name, ADDRESS])),
};
const AGREEMENT = { side: "supplier", signer: ADDRESS, commitment: HASH, signature: "0x00ff", valid: true };
const DEAL = {
  dealId: "1",
  chainId: 31_337,
  contract: ADDRESS,
  supplier: ADDRESS,
  retailer: ADDRESS,
  quantity: "5",
  price: "490",
  deliverBy: 1_900_000_000,
  status: "settled",
  agreements: [AGREEMENT],
};

describe("cli/deployment", () => {
  const folders = temporaryFolders();
  after(() => folders.remove());

  function written(text: string): string {
    const path = join(folders.create(), "file.json");
    writeFileSync(path, text);
    return path;
  }

  function refusalOf(read: (path: string) => unknown, text: string): AllianceError {
    const path = written(text);
    try {
      read(path);
    } catch (error) {
      if (error instanceof AllianceError) return error;
      throw error;
    }
    throw new Error(`was taken: ${text}`);
  }

  it("reads where an alliance stands", () => {
    expect(readDeployment(written(JSON.stringify(DEPLOYMENT)))).to.deep.equal(DEPLOYMENT);
  });

  it("reads what the chain said", () => {
    expect(readEvidenceFile(written(JSON.stringify([DEAL])))).to.deep.equal([DEAL]);
    expect(readEvidenceFile(written("[]"))).to.deep.equal([]);
  });

  it("refuses a deployment file with anything wrong, and says where", () => {
    const wrong: [unknown, string][] = [
      [{ ...DEPLOYMENT, chainId: "31337" }, "chainId"],
      [{ ...DEPLOYMENT, chainId: 0 }, "chainId"],
      [{ ...DEPLOYMENT, fromBlock: -1 }, "fromBlock"],
      [{ ...DEPLOYMENT, fromBlock: 1.5 }, "fromBlock"],
      [{ ...DEPLOYMENT, fromBlockHash: undefined }, "fromBlockHash"],
      [{ ...DEPLOYMENT, fromBlockHash: "0x12" }, "fromBlockHash"],
      [{ ...DEPLOYMENT, addresses: undefined }, "addresses"],
      ...NAMES.map((name): [unknown, string] => [
        { ...DEPLOYMENT, addresses: { ...DEPLOYMENT.addresses, [name]: "0x12" } },
        `addresses.${name}`,
      ]),
      [[], "the top"],
      [null, "the top"],
    ];
    for (const [value, place] of wrong) {
      const { kind, message, hint } = refusalOf(readDeployment, JSON.stringify(value));
      expect(kind).to.equal("usage");
      expect(message)
        .to.match(/is not a deployment file/)
        .and.to.contain(`at ${place}: `);
      expect(hint).to.match(/alliance story/);
    }
  });

  it("refuses an evidence file with anything wrong, and says where", () => {
    const wrong: [unknown, string][] = [
      [{}, "the top"],
      [[{ ...DEAL, dealId: 1 }], "0.dealId"],
      [[DEAL, { ...DEAL, dealId: "-1" }], "1.dealId"],
      [[{ ...DEAL, supplier: "Supplier 1" }], "0.supplier"],
      [[{ ...DEAL, deliverBy: 1e300 }], "0.deliverBy"],
      [[{ ...DEAL, agreements: [{ ...AGREEMENT, side: "bank" }] }], "0.agreements.0.side"],
      [[{ ...DEAL, agreements: [{ ...AGREEMENT, commitment: HASH.toUpperCase() }] }], "0.agreements.0.commitment"],
      [[{ ...DEAL, agreements: [{ ...AGREEMENT, commitment: "../../etc/passwd" }] }], "0.agreements.0.commitment"],
      [[{ ...DEAL, agreements: [{ ...AGREEMENT, signature: "0x0" }] }], "0.agreements.0.signature"],
      [[{ ...DEAL, agreements: [{ ...AGREEMENT, valid: "yes" }] }], "0.agreements.0.valid"],
    ];
    for (const [value, place] of wrong) {
      expect(refusalOf(readEvidenceFile, JSON.stringify(value)).message).to.contain(`at ${place}: `);
    }
  });

  it("refuses amounts that the audit could not compare", () => {
    for (const change of [{ quantity: "many" }, { price: "" }, { price: "1e400" }, { quantity: "NaN" }]) {
      const [field = ""] = Object.keys(change);
      expect(refusalOf(readEvidenceFile, JSON.stringify([{ ...DEAL, ...change }])).message).to.contain(
        `at 0.${field}: `,
      );
    }
  });

  it("refuses what is no JSON, however large", () => {
    for (const text of ["", "{", "\0", "NaN", "[1,]", "x".repeat(1_000_000), "[".repeat(100_000)]) {
      expect(refusalOf(readDeployment, text).kind).to.equal("usage");
      expect(refusalOf(readEvidenceFile, text).kind).to.equal("usage");
    }
    const long = [{ ...DEAL, agreements: [{ ...AGREEMENT, signature: `0x${"ab".repeat(1_000_000)}` }] }];
    expect(readEvidenceFile(written(JSON.stringify(long)))[0]?.agreements[0]?.signature.length).to.equal(2_000_002);
  });

  it("says that a file is not there", () => {
    const missing = join(folders.create(), "none.json");
    for (const read of [readDeployment, readEvidenceFile]) {
      expect(() => read(missing)).to.throw(AllianceError, /cannot read/);
    }
  });
});
