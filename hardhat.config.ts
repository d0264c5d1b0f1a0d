import { createRequire } from "node:module";

import hardhatEthers from "@nomicfoundation/hardhat-ethers";
import hardhatEthersChaiMatchers from "@nomicfoundation/hardhat-ethers-chai-matchers";
import hardhatIgnitionEthers from "@nomicfoundation/hardhat-ignition-ethers";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import hardhatTypechain from "@nomicfoundation/hardhat-typechain";
import { configVariable, defineConfig } from "hardhat/config";
import hardhatIgnoreWarnings from "hardhat-ignore-warnings";

const require = createRequire(import.meta.url);

export default defineConfig({
  plugins: [
    hardhatEthers,
    hardhatEthersChaiMatchers,
    hardhatIgnitionEthers,
    hardhatIgnoreWarnings,
    hardhatMocha,
    hardhatNetworkHelpers,
    hardhatTypechain,
  ],
  solidity: {
    version: "0.8.37",
    // The compiler is an npm package, so that nothing is downloaded at build time.
    path: require.resolve("solc/soljson.js"),
    settings: {
      optimizer: { enabled: true, runs: 1000 },
      viaIR: true,
      evmVersion: "osaka",
      outputSelection: { "*": { "*": ["storageLayout"] } },
    },
  },
  // Every compiler warning is an error, contract size among them.
  warnings: { "*": { default: "error" } },
  networks: {
    localhost: { type: "http", url: "http://127.0.0.1:8545" },
    consortium: {
      type: "http",
      url: configVariable("CONSORTIUM_RPC_URL"),
      accounts: [configVariable("CONSORTIUM_PRIVATE_KEY")],
    },
  },
  typechain: { outDir: "src/chain/generated" },
  test: {
    solidity: {
      fuzz: { runs: 512, seed: "0x616c6c69616e6365" },
      invariant: { runs: 64, depth: 64, failOnRevert: true },
    },
  },
});
