import type { AuditFinding } from "#domain/record.ts";
import type { Story } from "#domain/story.ts";
import type { Figure } from "#report/figure.ts";
import { tokens, type Token } from "#report/text/amounts.ts";
import { markup, type Markup } from "#report/text/markup.ts";
import { timestamp } from "#report/text/moments.ts";
import { words } from "#report/text/sentences.ts";
import { figureBlock } from "./figureBlock.ts";
import { tableBlock, type TableCell } from "./tableBlock.ts";

/** The life of the alliance: who owned what when, its deals, and what the audit says of their records. */
export function storySection(story: Story, findings: readonly AuditFinding[], figure: Figure, token: Token): Markup {
  return markup`<section aria-labelledby="story-heading">
<h2 id="story-heading">How an alliance fared</h2>
${figureBlock(figure)}
${dealsTable(story, token)}
${findingsTable(findings)}
${stepsTable(story)}
</section>
`;
}

function dealsTable({ deals }: Story, token: Token): Markup {
  return tableBlock({
    caption: `Deals, amounts in ${token.symbol}`,
    columns: [
      { title: "Deal" },
      { title: "Supplier" },
      { title: "Retailer" },
      { title: "Quantity", kind: "number" },
      { title: "Price", kind: "number" },
      { title: "Penalty", kind: "number" },
      { title: "Status" },
    ],
    rows: deals.map(({ dealId, supplier, retailer, quantity, price, penalty, status }): readonly TableCell[] => [
      dealId,
      supplier,
      retailer,
      quantity,
      tokens(BigInt(price), token),
      tokens(BigInt(penalty), token),
      /default/i.test(status) ? { text: words(status), mark: "bad" } : words(status),
    ]),
  });
}

function findingsTable(findings: readonly AuditFinding[]): Markup {
  return tableBlock({
    caption: "What the audit says of the stored records",
    columns: [
      { title: "Deal" },
      { title: "Verdict" },
      { title: "Reason" },
      { title: "Commitment on chain", kind: "mono" },
    ],
    rows: findings.map(({ dealId, verdict, reason, commitment }): readonly TableCell[] => [
      dealId,
      { text: words(verdict), mark: verdict === "ok" ? "good" : "bad" },
      reason,
      commitment,
    ]),
  });
}

function stepsTable({ steps }: Story): Markup {
  const table = tableBlock({
    caption: "Every step, in the order of the chain (times in UTC)",
    columns: [
      { title: "Step", kind: "number" },
      { title: "Time" },
      { title: "Block", kind: "number" },
      { title: "Kind" },
      { title: "What happened" },
    ],
    rows: steps.map(({ time, block, kind, text }, index) => [
      String(index + 1),
      timestamp(time),
      String(block),
      kind,
      text,
    ]),
  });
  return markup`<details><summary>All ${steps.length} steps in words</summary>
${table}</details>
`;
}
