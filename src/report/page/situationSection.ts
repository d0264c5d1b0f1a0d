import { compare, isSame } from "#report/compare.ts";
import type { Figure } from "#report/figure.ts";
import type { SituationInput } from "#report/input.ts";
import { tokens, type Token } from "#report/text/amounts.ts";
import { markup, type Markup } from "#report/text/markup.ts";
import { grouped } from "#report/text/amounts.ts";
import { figureBlock } from "./figureBlock.ts";
import { tableBlock, type Column, type TableCell } from "./tableBlock.ts";

/** One experiment: the claim decided, the payoffs cell by cell, the runs, the phase portrait. */
export function situationSection(
  situation: SituationInput,
  id: string,
  figures: readonly Figure[],
  token: Token,
): Markup {
  const { title, judgement } = situation;
  return markup`<section aria-labelledby="${id}-heading">
<h3 id="${id}-heading">${title}</h3>
<p>${judgement.sentence}</p>
${payoffTable(situation, token)}
${figures.map(figureBlock)}
</section>
`;
}

function payoffTable(situation: SituationInput, token: Token): Markup {
  const { players, payoffs } = situation.measurement;
  const cells = compare(situation);
  const columns = players.flatMap(({ name }): Column[] => [
    { title: `${name}: measured`, kind: "number" },
    { title: "Table II", kind: "number" },
    { title: "difference, units", kind: "number" },
  ]);
  return tableBlock({
    caption: `Payoffs measured on the contracts beside Table II, in ${token.symbol} a month; 1 ${token.symbol} is 10^${token.decimals} units`,
    columns: [{ title: "Profile" }, ...columns],
    rows: payoffs.map(({ profile }) => [
      profile.join(" / "),
      ...cells
        .filter((cell) => isSame(cell.profile, profile))
        .flatMap(({ measured, expected, difference }): TableCell[] => [
          amount(measured, token),
          amount(expected, token),
          difference === 0n
            ? { text: "0", mark: "good" }
            : { text: difference === undefined ? "unknown" : `\u2260 ${signed(difference)}`, mark: "bad" },
        ]),
    ]),
  });
}

function amount(units: bigint | undefined, token: Token): string {
  return units === undefined ? "missing" : tokens(units, token);
}

function signed(units: bigint): string {
  return `${units > 0n ? "+" : ""}${grouped(String(units))}`;
}
