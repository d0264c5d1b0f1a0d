import { builtinModules } from "node:module";

import { defineConfig, type OxlintOverride } from "oxlint";

/**
 * Who may import whom, besides its own folder and domain/ (ARCHITECTURE.md). A file of a folder that is not named here may
 * import nothing by `#`.
 */
const arrows: Record<string, readonly string[]> = {
  domain: [],
  game: [],
  models: ["game"],
  chain: [],
  records: [],
  indexer: ["chain"],
  risk: [],
  measure: ["chain", "records"],
  lab: ["measure", "game", "models", "chain", "records"],
  report: ["game", "models"],
  api: ["records", "indexer", "risk"],
  web: ["game", "models", "report"],
  cli: "game models chain records indexer risk measure lab report api web ignition".split(" "),
};

/** Folders without input or output: what they compute depends on their arguments alone, and they run in a browser. */
const pure = new Set(["domain", "game", "models", "risk", "report", "web"]);

/** Packages that one folder alone may import. */
const owners = [
  { packages: "ethers", folder: "chain", pattern: "^ethers(/|$)" },
  { packages: "hardhat", folder: "cli", pattern: "^(hardhat($|[/-])|@nomicfoundation/)" },
  { packages: "jsdom", folder: "cli", pattern: "^jsdom(/|$)" },
];

/** Node's own modules without `node:`, under which nobody sees that they are input and output. */
const bareBuiltins = `^(${builtinModules.filter((name) => !name.startsWith("node:")).join("|")})$`;

/** An override takes the place of the rule, so each folder's list is complete. */
function restrictions(folder: string, allowed: readonly string[]) {
  const reachable = [...new Set([folder, "domain", ...allowed])];
  return [
    { regex: "(^|/)\\.\\.(/|$)", message: "other folders are imported with #" },
    { regex: "^#[^/]*$", message: "src/ itself holds no files" },
    { regex: bareBuiltins, message: "Node's own modules are imported with node:" },
    {
      group: ["#*/**", ...reachable.map((name) => `!#${name}/**`)],
      message: `${folder} imports ${reachable.join(", ")}`,
    },
    ...owners
      .filter((owner) => owner.folder !== folder)
      .map(({ packages, folder: owner, pattern }) => ({
        regex: pattern,
        message: `only ${owner} imports ${packages}`,
      })),
    ...(pure.has(folder) ? [{ regex: "^node:", message: `${folder} has no input or output` }] : []),
    ...(folder === "domain" ? [{ regex: "^[^.#]", message: "domain imports nothing" }] : []),
  ];
}

export default defineConfig({
  plugins: ["eslint", "typescript", "import", "unicorn", "oxc", "promise"],
  categories: { correctness: "error" },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["src/chain/generated/**"],
  rules: {
    "complexity": ["error", 9],
    "max-lines": ["error", 300],
    "max-lines-per-function": ["error", 50],
    "no-console": "error",
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "typescript/consistent-type-imports": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-require-imports": "error",
    "typescript/switch-exhaustiveness-check": "error",
    "unicorn/prefer-node-protocol": "error",
  },
  overrides: [
    ...Object.entries(arrows).map(([folder, allowed]): OxlintOverride => ({
      files: [`src/${folder}/**`],
      rules: { "no-restricted-imports": ["error", { patterns: restrictions(folder, allowed) }] },
    })),
    {
      files: ["src/game/**", "src/models/**"],
      rules: {
        "no-restricted-globals": ["error", "Date", "globalThis", "performance", "crypto", "process"],
        "no-restricted-properties": ["error", { object: "Math", property: "random" }],
      },
    },
    { files: ["src/cli/**", "scripts/**", "test/**"], rules: { "no-console": "off" } },
    {
      files: ["test/**"],
      plugins: ["jest"],
      rules: { "max-lines-per-function": "off", "jest/no-focused-tests": "error", "jest/valid-title": "off" },
    },
  ],
});
