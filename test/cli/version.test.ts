import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

import { expect } from "chai";
import { describe, it } from "mocha";

import { projectVersion } from "#cli/version.ts";

describe("cli/version", () => {
  it("is the manifest's, with the commit where there is a checkout", () => {
    const manifest: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
    const commit = existsSync(".git")
      ? execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).trim()
      : undefined;
    expect(projectVersion()).to.deep.equal({ version: manifest.version, ...(commit === undefined ? {} : { commit }) });
  });
});
