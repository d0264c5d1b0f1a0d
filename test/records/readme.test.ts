import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { after, describe, it } from "mocha";
import { DETAILS, temporaryDirectories } from "./support/samples.ts";

const directories = temporaryDirectories();

describe("src/records/README.md", () => {
  after(() => directories.remove());

  it("has an example that runs and prints what was stored, on at most 30 lines", () => {
    const readme = readFileSync("src/records/README.md", "utf8");
    expect(readme.trimEnd().split("\n").length).to.be.at.most(30);
    const [, example = ""] = /```js\n([^]*?)```/.exec(readme) ?? [];
    const directory = directories.create();
    writeFileSync(join(directory, "details.json"), JSON.stringify(DETAILS));
    symlinkSync(resolve("package.json"), join(directory, "package.json"));
    symlinkSync(resolve("src"), join(directory, "src"));
    symlinkSync(resolve("node_modules"), join(directory, "node_modules"));
    const output = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", example], {
      encoding: "utf8",
      cwd: directory,
    });
    expect(output).to.equal(`${DETAILS.deliveryTerms.place}\n`);
  }).timeout(20_000);
});
