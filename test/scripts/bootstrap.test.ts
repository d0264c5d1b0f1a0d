import { join } from "node:path";

import { expect } from "chai";

import { FakeProject } from "./support/fakeProject.ts";

describe("bootstrap", function () {
  this.timeout(60_000);
  let project: FakeProject;

  beforeEach(() => {
    project = new FakeProject();
  });
  afterEach(() => project.remove());

  const commands = (): string[] => project.npmCalls().map(({ args }) => args[0] ?? "");
  const bootstrap = (plan = {}) => project.run("bootstrap.mjs", [], plan);

  it("installs in a fresh clone, and has nothing to do the second time", () => {
    expect(bootstrap().status).to.equal(0);
    expect(bootstrap()).to.include({ status: 0, stdout: "", stderr: "" });
    expect(commands()).to.deep.equal(["ci"]);
  });

  it("installs anew when the lock file asks for something else", () => {
    bootstrap();
    project.writeLock("2");
    project.write(
      "node_modules/.package-lock.json",
      JSON.stringify({ packages: { "node_modules/solc": { version: "0" } } }),
    );
    expect(bootstrap().status).to.equal(0);
    expect(commands()).to.deep.equal(["ci", "ci"]);
  });

  it("takes over what npm itself has installed from the same lock file", () => {
    bootstrap();
    project.delete("node_modules/.bootstrap");
    expect(bootstrap().status).to.equal(0);
    expect(commands()).to.deep.equal(["ci"]);
    expect(project.has("node_modules/.bootstrap")).to.equal(true);
  });

  for (const part of [
    "node_modules/solc",
    "node_modules/@nomicfoundation/edr-native",
    "node_modules/solc/soljson.js",
  ]) {
    it(`repairs a tree from which ${part} is gone`, () => {
      bootstrap();
      project.delete(part);
      expect(bootstrap().status).to.equal(0);
      expect(commands()).to.deep.equal(["ci", "ci"]);
      expect(project.has(part)).to.equal(true);
    });
  }

  it("repairs a compiler that was written in part", () => {
    bootstrap();
    project.write("node_modules/solc/soljson.js", "comp");
    expect(bootstrap().status).to.equal(0);
    expect(commands()).to.deep.equal(["ci", "ci"]);
  });

  it("adds native packages that npm left out, under the Node that npm installed", () => {
    const run = bootstrap({ leavesOut: { ci: ["@nomicfoundation/edr-native"] } });
    expect(run.status).to.equal(0);
    expect(commands()).to.deep.equal(["ci", "install"]);
    const [first, second] = project.npmCalls();
    const bin = join(project.root, "node_modules", ".bin");
    expect(first?.path.startsWith(bin)).to.equal(false);
    expect(second?.path.startsWith(bin)).to.equal(true);
    expect(second?.args).to.include("--no-save");
  });

  it("names what does not load, and leaves no mark of success", () => {
    const left = ["@nomicfoundation/edr-native"];
    const run = bootstrap({ leavesOut: { ci: left, install: left } });
    expect(run.status).to.equal(1);
    expect(run.stderr).to.contain("@nomicfoundation/edr: Cannot find module '@nomicfoundation/edr-native'");
    expect(project.has("node_modules/.bootstrap")).to.equal(false);
  });

  it("says what to do when npm fails, and starts over the next time", () => {
    const run = bootstrap({ fails: true });
    expect(run).to.include({ status: 1, stdout: "" });
    expect(run.stderr).to.contain("npm error network").and.to.contain("run the command again");
    expect(bootstrap().status).to.equal(0);
  });

  it("says so when there is no npm", () => {
    project.delete("bin/npm");
    const env = { ...project.environment(), PATH: join(project.root, "bin") };
    const run = project.runWith("bootstrap.mjs", env);
    expect(run.status).to.equal(1);
    expect(run.stderr).to.contain("npm is not on the PATH");
  });

  it("does not hand the outer npm run's variables on", () => {
    bootstrap();
    expect(project.npmCalls()[0]?.names).to.deep.equal([]);
  });

  it("lets one of two at a time install, and the other find it done", async () => {
    const statuses = await Promise.all([project.start("bootstrap.mjs"), project.start("bootstrap.mjs")]);
    expect(statuses).to.deep.equal([0, 0]);
    expect(commands()).to.deep.equal(["ci"]);
    expect(project.has(".bootstrap.lock")).to.equal(false);
  });

  it("heals what a plain npm run has left incomplete", () => {
    project.runNpm(["ci"], { leavesOut: { ci: ["@nomicfoundation/edr-native"] } });
    expect(project.run("heal.mjs").status).to.equal(0);
    expect(commands()).to.deep.equal(["ci", "install"]);
    expect(bootstrap().stderr).to.equal("");
  });

  it("leaves a clone alone in which npm has installed nothing", () => {
    expect(project.run("heal.mjs")).to.include({ status: 0, stderr: "" });
    expect(commands()).to.deep.equal([]);
  });
});

describe("compiling the contracts", function () {
  this.timeout(60_000);
  let project: FakeProject;

  beforeEach(() => {
    project = new FakeProject();
    project.write("contracts/Box.sol", "contract Box {}");
    project.run("bootstrap.mjs");
  });
  afterEach(() => project.remove());

  const builds = (): string[] => project.lines("hardhat.log");

  it("happens once while nothing changes", () => {
    project.run("bootstrap.mjs");
    expect(builds()).to.deep.equal(["build --quiet --no-tests"]);
  });

  for (const [what, change] of Object.entries<() => void>({
    "a contract": () => project.write("contracts/Box.sol", "contract Box { }"),
    "a new contract": () => project.write("contracts/deep/Lid.sol", ""),
    "the configuration": () => project.write("hardhat.config.ts", "// other settings"),
    "the generated code's absence": () => project.delete("src/chain/generated"),
    "the artifacts' absence": () => project.delete("artifacts"),
  })) {
    it(`happens again after ${what}`, () => {
      change();
      expect(project.run("bootstrap.mjs").status).to.equal(0);
      expect(builds()).to.have.length(2);
    });
  }

  it("shows the compiler's error and fails, every time until it is corrected", () => {
    project.write("contracts/Broken.sol", "");
    for (const run of [project.run("bootstrap.mjs"), project.run("bootstrap.mjs")]) {
      expect(run.status).to.equal(1);
      expect(run.stderr).to.contain("Broken.sol:3: not Solidity");
    }
    project.delete("contracts/Broken.sol");
    expect(project.run("bootstrap.mjs").status).to.equal(0);
  });
});

describe("the alliance command", function () {
  this.timeout(60_000);
  let project: FakeProject;

  beforeEach(() => {
    project = new FakeProject();
    project.write(
      "src/cli/main.ts",
      `const [what, ...rest] = process.argv.slice(2);
       console.log(JSON.stringify(rest));
       if (what === "exit") process.exit(Number(rest[0]));
       if (what === "die") process.kill(process.pid, "SIGTERM");`,
    );
  });
  afterEach(() => project.remove());

  it("hands arguments and exit code through, and prints nothing of its own on standard output", () => {
    const run = project.run("alliance.mjs", ["exit", "7", "a b", "--json"]);
    expect(run).to.include({ status: 7, stdout: `["7","a b","--json"]\n` });
  });

  it("ends by the signal that ended the command", () => {
    expect(project.run("alliance.mjs", ["die"])).to.include({ status: null, signal: "SIGTERM" });
  });

  it("does not start when the project is not ready", () => {
    const run = project.run("alliance.mjs", ["exit", "7"], { fails: true });
    expect(run).to.include({ status: 1, stdout: "" });
  });
});
