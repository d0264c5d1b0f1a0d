import { createRequire } from "node:module";

import hardhatEthers from "@nomicfoundation/hardhat-ethers";
import hardhatEthersChaiMatchers from "@nomicfoundation/hardhat-ethers-chai-matchers";
import hardhatIgnitionEthers from "@nomicfoundation/hardhat-ignition-ethers";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import hardhatTypechain from "@nomicfoundation/hardhat-typechain";
import { configVariable, defineConfig } from "hardhat/config";
import type { HardhatPlugin } from "hardhat/types/plugins";
import type { CompilerOutputError } from "hardhat/types/solidity";

import closeToForNumbers from "./scripts/lib/closeTo.mjs";

const require = createRequire(import.meta.url);

/** Makes every compiler warning about the project's own sources an error; Hardhat itself only prints them. */
const warningsAreErrors: HardhatPlugin = {
  id: "warnings-are-errors",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        async invokeSolc(context, compiler, input, config, next) {
          const output = await next(context, compiler, input, config);
          const errors = (output.errors ?? []).map(
            (error: CompilerOutputError & { sourceLocation?: { file: string } }) =>
              error.sourceLocation?.file.startsWith("project/") === true
                ? { ...error, type: "Error", severity: "error" as const }
                : error,
          );
          return { ...output, errors };
        },
      }),
    }),
  },
};

export default defineConfig({
  plugins: [
    hardhatEthers,
    hardhatEthersChaiMatchers,
    hardhatIgnitionEthers,
    hardhatMocha,
    hardhatNetworkHelpers,
    hardhatTypechain,
    warningsAreErrors,
    closeToForNumbers,
  ],
  solidity: {
    version: "0.8.37",
    // The compiler is an npm package, so that nothing is downloaded at build time.
    path: require.resolve("solc/soljson.js"),
    settings: {
      optimizer: { enabled: true, runs: 1000 },
      viaIR: true,
      // Not the newest: consortium chains follow the main chain's forks late.
      evmVersion: "cancun",
    },
  },
  networks: {
    localhost: { type: "http", url: "http://127.0.0.1:8545" },
    consortium: {
      type: "http",
      url: configVariable("CONSORTIUM_RPC_URL"),
      accounts: [configVariable("CONSORTIUM_PRIVATE_KEY")],
    },
  },
  paths: { tests: { solidity: "test", mocha: "test" } },
  typechain: { outDir: "src/chain/generated" },
  test: {
    mocha: { forbidOnly: true },
    solidity: {
      fuzz: { runs: 512, seed: "0x616c6c69616e6365" },
      invariant: { runs: 64, depth: 64, failOnRevert: true },
    },
  },
});
