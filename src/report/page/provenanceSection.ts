import type { SituationInput } from "#report/input.ts";
import { grouped } from "#report/text/amounts.ts";
import { markup, type Markup } from "#report/text/markup.ts";
import { count } from "#report/text/sentences.ts";
import { isSame } from "#report/compare.ts";
import { tableBlock } from "./tableBlock.ts";

/** What everybody spent on gas, and where every number comes from. */
export function provenanceSection(situations: readonly SituationInput[]): Markup {
  return markup`<section aria-labelledby="gas-heading">
<h2 id="gas-heading">Gas per actor</h2>
${gasTable(situations)}
</section>
<section aria-labelledby="provenance-heading">
<h2 id="provenance-heading">Where the numbers come from</h2>
${runsTable(situations)}
${parametersTable(situations)}
${contractsTable(situations)}
</section>
`;
}

function gasTable(situations: readonly SituationInput[]): Markup {
  const rows = situations[0]?.measurement.gas ?? [];
  return tableBlock({
    caption: "Gas used per profile and actor; the enforcer is the outsider who ends deals whose time is over",
    columns: [
      { title: "Profile" },
      { title: "Actor" },
      { title: "Transactions", kind: "number" },
      ...situations.map(({ title }) => ({ title, kind: "number" as const })),
    ],
    rows: rows.map(({ profile, actor, transactions }) => [
      profile.join(" / "),
      actor,
      String(transactions),
      ...situations.map(({ measurement }) => {
        const use = measurement.gas.find((gas) => gas.actor === actor && isSame(gas.profile, profile));
        return use === undefined ? "not measured" : grouped(use.gasUsed);
      }),
    ]),
  });
}

function runsTable(situations: readonly SituationInput[]): Markup {
  return tableBlock({
    caption: "The chains on which the profiles were played",
    columns: [
      { title: "Experiment" },
      { title: "Chain id", kind: "number" },
      { title: "Compiler" },
      { title: "Settings", kind: "mono" },
      { title: "Seed", kind: "number" },
      { title: "Gas price", kind: "number" },
      { title: "Runs" },
      { title: "Last block of the last run", kind: "mono" },
    ],
    rows: situations.map(({ title, measurement: { provenance } }) => {
      const { chainId, compiler, seed, gasPrice, runs } = provenance;
      const transactions = runs.reduce((sum, run) => sum + run.transactions.length, 0);
      return [
        title,
        String(chainId),
        compiler.version,
        JSON.stringify(compiler.settings) ?? "",
        String(seed),
        gasPrice,
        `${count(runs.length, "run")}, ${count(transactions, "transaction")}`,
        runs.at(-1)?.lastBlock.hash ?? "",
      ];
    }),
  });
}

function parametersTable(situations: readonly SituationInput[]): Markup {
  const symbols = [...new Set(situations.flatMap(({ measurement }) => Object.keys(measurement.provenance.parameters)))];
  return tableBlock({
    caption: "Parameters of the experiments, in tokens a month; theta is a proportion",
    columns: [{ title: "Experiment" }, ...symbols.map((title) => ({ title, kind: "number" as const }))],
    rows: situations.map(({ title, measurement }) => [
      title,
      ...symbols.map((symbol) => measurement.provenance.parameters[symbol] ?? ""),
    ]),
  });
}

/** Contracts that are the same in several experiments are named once. */
function contractsTable(situations: readonly SituationInput[]): Markup {
  const seen = new Map<string, { readonly row: readonly string[]; readonly titles: string[] }>();
  for (const { title, measurement } of situations) {
    for (const { name, address, codeHash } of measurement.provenance.contracts) {
      const row = [name, address, codeHash];
      const key = JSON.stringify(row);
      const entry = seen.get(key) ?? { row, titles: [] };
      entry.titles.push(title);
      seen.set(key, entry);
    }
  }
  return tableBlock({
    caption: "Contracts that took part, with the hash of the code that ran",
    columns: [
      { title: "Contract" },
      { title: "Address", kind: "mono" },
      { title: "keccak256 of the deployed code", kind: "mono" },
      { title: "Experiments" },
    ],
    rows: [...seen.values()].map(({ row, titles }) => [
      ...row,
      titles.length === situations.length ? `all ${titles.length}` : titles.join(", "),
    ]),
  });
}
