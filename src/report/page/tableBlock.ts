import { markup, type Markup } from "#report/text/markup.ts";

export interface Column {
  readonly title: string;
  readonly kind?: "text" | "number" | "mono";
}

/** A cell; marked ones are good or bad news. */
export type TableCell = string | { readonly text: string; readonly mark: "good" | "bad" };

export interface TableInput {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** A table that scrolls sideways where the page is narrow. */
export function tableBlock({ caption, columns, rows }: TableInput): Markup {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${caption}">
<table>
<caption><span>${caption}</span></caption>
<thead><tr>${columns.map(({ title, kind }) => markup`<th scope="col"${classOf([kind])}>${title}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${row.map((cell, index) => cellBlock(cell, columns[index]?.kind, index === 0))}</tr>\n`)}</tbody>
</table>
</div>
`;
}

function cellBlock(cell: TableCell, kind: Column["kind"], heading: boolean): Markup {
  const [text, mark] = typeof cell === "string" ? [cell, undefined] : [cell.text, cell.mark];
  const classes = classOf([kind, mark]);
  return heading ? markup`<th scope="row"${classes}>${text}</th>` : markup`<td${classes}>${text}</td>`;
}

function classOf(names: readonly (string | undefined)[]): Markup {
  const used = names.filter((name) => name !== undefined && name !== "text");
  return used.length === 0 ? markup`` : markup` class="${used.join(" ")}"`;
}
