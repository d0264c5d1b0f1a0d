import { expect } from "chai";

import { gaps, lockProblems, withoutGaps } from "../../scripts/lib/lockfile.mjs";

const manifest = { dependencies: { outer: "1.0.0" }, optionalDependencies: { tool: "2.0.0" } };

/** A lock file without a fault. */
const lock = () => ({
  lockfileVersion: 3,
  packages: {
    "": { name: "p", ...manifest },
    "node_modules/inner": { version: "3.0.0", integrity: "sha512-i" },
    "node_modules/outer": {
      version: "1.0.0",
      integrity: "sha512-o",
      license: "MIT",
      engines: { node: ">= 22" },
      dependencies: { inner: "^3", deep: "^1" },
      optionalDependencies: { "outer-linux-arm64-musl": "1.0.0" },
      peerDependencies: { spared: "*" },
      peerDependenciesMeta: { spared: { optional: true } },
    } as Record<string, unknown>,
    "node_modules/outer-linux-arm64-musl": { version: "1.0.0", optional: true } as Record<string, unknown>,
    "node_modules/outer/node_modules/deep": { version: "1.0.0", integrity: "sha512-d", dependencies: { inner: "^3" } },
    "node_modules/tool": { version: "2.0.0", integrity: "sha512-t", optional: true },
  } as Record<string, Record<string, unknown>>,
});

type Lock = ReturnType<typeof lock>;

/** The faultless file after a change. */
function changed(change: (packages: Lock["packages"]) => void): Lock {
  const result = lock();
  change(result.packages);
  return result;
}

describe("package-lock.json", () => {
  it("is accepted when it is complete", () => {
    expect(lockProblems(lock(), manifest)).to.deep.equal([]);
    expect(withoutGaps(lock())).to.deep.equal(lock());
  });

  it("gets an entry for an optional package that npm dropped, in its place", () => {
    const broken = changed((packages) => delete packages["node_modules/outer-linux-arm64-musl"]);
    expect(gaps(broken)).to.deep.equal([
      { from: "node_modules/outer", name: "outer-linux-arm64-musl", range: "1.0.0", optional: true },
    ]);
    const mended = withoutGaps(broken);
    expect(Object.keys(mended.packages)).to.deep.equal(Object.keys(lock().packages));
    expect(mended.packages["node_modules/outer-linux-arm64-musl"]).to.deep.equal({
      version: "1.0.0",
      os: ["linux"],
      cpu: ["arm64"],
      libc: ["musl"],
      license: "MIT",
      optional: true,
      engines: { node: ">= 22" },
    });
  });

  const faults: readonly (readonly [what: string, lock: Lock, manifest: object, complaint: string])[] = [
    [
      "a dropped optional package",
      changed((p) => delete p["node_modules/outer-linux-arm64-musl"]),
      manifest,
      "fix-lock",
    ],
    [
      "a missing package",
      changed((p) => delete p["node_modules/inner"]),
      manifest,
      "wants inner@^3, which has no entry",
    ],
    [
      "a missing peer",
      changed(
        (p) => (p["node_modules/inner"] = { version: "3.0.0", integrity: "x", peerDependencies: { absent: "*" } }),
      ),
      manifest,
      "node_modules/inner wants absent@*",
    ],
    ["another version in package.json", lock(), { ...manifest, dependencies: { outer: "1.0.1" } }, "says 1.0.1"],
    ["a dependency that left package.json", lock(), { dependencies: { outer: "1.0.0" } }, "optionalDependencies.tool"],
    ["a range", lock(), { ...manifest, dependencies: { outer: "^1.0.0" } }, "^1.0.0 is not an exact version"],
    [
      "a host",
      changed((p) => Object.assign(p["node_modules/inner"] ?? {}, { resolved: "https://example.org/inner.tgz" })),
      manifest,
      "node_modules/inner names a host",
    ],
    [
      "a package without a hash",
      changed((p) => delete p["node_modules/inner"]?.["integrity"]),
      manifest,
      "node_modules/inner has no integrity",
    ],
  ];
  for (const [what, broken, wanted, complaint] of faults) {
    it(`is refused for ${what}`, () => {
      expect(lockProblems(broken, wanted).join("\n")).to.contain(complaint);
    });
  }
});
