import { expect } from "chai";
import { describe, it } from "mocha";

import { day, dayOfYear, duration, timestamp } from "#report/text/moments.ts";

describe("moments", () => {
  it("writes UTC, whatever the zone of the machine", () => {
    const seconds = Date.UTC(2027, 1, 28, 23, 59, 59) / 1000;
    expect(timestamp(seconds)).to.equal("2027-02-28T23:59:59Z");
    expect(day(seconds)).to.equal("28 Feb");
    expect(dayOfYear(seconds + 1)).to.equal("1 Mar 2027");
  });

  it("counts whole days, and hours below two of them", () => {
    expect([0, 3600, 47 * 3600, 48 * 3600, 8.9 * 86400].map(duration)).to.deep.equal([
      "0 hours",
      "1 hour",
      "47 hours",
      "2 days",
      "8 days",
    ]);
  });
});
