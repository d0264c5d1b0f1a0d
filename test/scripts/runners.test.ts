import { expect } from "chai";

import { countTests } from "../../scripts/lib/runners.mjs";

describe("counting what a runner says", () => {
  const cases: readonly (readonly [what: string, output: string, status: number | null, expected: object])[] = [
    ["a good run", "  ✔ a\n\n  12 passing (3s)\n", 0, { passed: 12, failed: 0, skipped: 0, crashed: false }],
    ["colours", "\u001b[32m  12 passing\u001b[0m (1m)\n", 0, { passed: 12, failed: 0, skipped: 0, crashed: false }],
    [
      "failures and skips",
      "  3 passing (4ms)\n  2 pending\n  1 failing\n\n  1) a\n",
      1,
      { passed: 3, failed: 1, skipped: 2, crashed: false },
    ],
    ["skips of Solidity", "  3 passing\n  1 skipped\n", 0, { passed: 3, failed: 0, skipped: 1, crashed: false }],
    ["nothing to run", "  0 passing (1ms)\n", 0, { passed: 0, failed: 0, skipped: 0, crashed: false }],
    [
      "a test that prints such a line",
      "  99 passing\n    ✔ 5 passing\n  2 passing (1ms)\n",
      0,
      { passed: 2, failed: 0, skipped: 0, crashed: false },
    ],
    ["a crash while loading", "Running Mocha tests\n", 1, { passed: 0, failed: 1, skipped: 0, crashed: true }],
    ["an end without a summary", "  ✔ a\n", 0, { passed: 0, failed: 1, skipped: 0, crashed: true }],
    ["an end by a signal", "  4 passing (1s)\n", null, { passed: 4, failed: 1, skipped: 0, crashed: true }],
    ["a bad exit after good tests", "  4 passing (1s)\n", 1, { passed: 4, failed: 1, skipped: 0, crashed: true }],
  ];
  for (const [what, output, status, expected] of cases) {
    it(what, () => expect(countTests(output, status)).to.deep.equal(expected));
  }
});
