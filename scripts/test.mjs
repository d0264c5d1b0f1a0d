// `npm test`: all tests; `npm test -- FILE...`: those files, folders too; options (--grep TEXT) are handed on to Hardhat.
// Closes with the sums of both runners.
import { bootstrap, root } from "./lib/bootstrap.mjs";
import { runTests } from "./lib/runners.mjs";
import { select, SelectionError } from "./lib/selection.mjs";

let passed = 0;
let failed = 0;
let skipped = 0;

// Printed last whatever happens: a bootstrap that fails ends the process.
process.on("exit", (code) => {
  if (passed + failed === 0) failed = 1;
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = code === 0 && failed > 0 ? 1 : code;
});

function selection() {
  try {
    return select(process.argv.slice(2), root, process.env.INIT_CWD ?? process.cwd());
  } catch (error) {
    if (!(error instanceof SelectionError)) throw error;
    console.error(`test: ${error.message}`);
    return process.exit(1);
  }
}

const { options, solidity, mocha } = selection();
bootstrap(solidity === undefined ? ["contracts"] : ["contracts", "tests"]);
for (const [name, files] of Object.entries({ solidity, mocha })) {
  if (files === undefined) continue;
  const counts = await runTests(root, name, [...options, ...files]);
  if (counts.crashed) console.error(`test: the ${name} runner stopped without naming a failed test`);
  passed += counts.passed;
  failed += counts.failed;
  skipped += counts.skipped;
}
if (passed + failed === 0) console.error("test: no test ran");
