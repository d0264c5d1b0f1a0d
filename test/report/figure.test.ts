import { expect } from "chai";
import { describe, it } from "mocha";

import { makeFigure } from "#report/figure.ts";
import { readCsv } from "./support/inspect.ts";

describe("makeFigure", () => {
  it("gives the same data as CSV and as JSON", () => {
    const figure = makeFigure({
      name: "f",
      title: "t",
      description: "d",
      caption: "c",
      width: 1,
      height: 1,
      panels: [],
      columns: ["name", "value"],
      rows: [
        ["=a", 1.5],
        ["b", Infinity],
      ],
    });
    expect(readCsv(figure.csv)).to.deep.equal([
      ["name", "value"],
      ["'=a", "1.5"],
      ["b", "Infinity"],
    ]);
    expect(JSON.parse(figure.json)).to.deep.equal({
      name: "f",
      title: "t",
      caption: "c",
      rows: [
        { name: "=a", value: 1.5 },
        { name: "b", value: null },
      ],
    });
  });
});
