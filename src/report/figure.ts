import { composeSvg, type Composition } from "./svg/composeSvg.ts";
import { toCsv, type Cell } from "./text/toCsv.ts";

/** A figure and the data behind it: what the page shows, and what is written beside it as files. */
export interface Figure {
  /** Name of the files, without extension. */
  readonly name: string;
  /** A standalone SVG document. */
  readonly svg: string;
  /** RFC 4180. */
  readonly csv: string;
  readonly json: string;
  /** What there is to see. */
  readonly caption: string;
}

export interface FigureParts extends Composition {
  readonly caption: string;
  /** One name per column, with the unit where it has one. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Puts a figure together. Numbers that JSON does not have, such as an overflow, become null there. */
export function makeFigure({ caption, columns, rows, ...composition }: FigureParts): Figure {
  const records = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
  const { name, title } = composition;
  return {
    name,
    svg: composeSvg(composition),
    csv: toCsv(columns, rows),
    json: `${JSON.stringify({ name, title, caption, rows: records }, null, 2)}\n`,
    caption,
  };
}
