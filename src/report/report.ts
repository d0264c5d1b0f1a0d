/// <reference lib="dom" />
import type { Figure } from "./figure.ts";
import { payoffsFigure } from "./figures/payoffsFigure.ts";
import { phasePortrait } from "./figures/phasePortrait.ts";
import { storyFigure } from "./figures/storyFigure.ts";
import { trajectoriesFigure } from "./figures/trajectoriesFigure.ts";
import { SETTLEMENT_TOKEN, type ReportInput, type SituationInput } from "./input.ts";
import { overviewTable } from "./page/overviewTable.ts";
import { provenanceSection } from "./page/provenanceSection.ts";
import { situationSection } from "./page/situationSection.ts";
import { storySection } from "./page/storySection.ts";
import { STYLE } from "./page/style.ts";
import { headlines } from "./summaryInWords.ts";
import type { Token } from "./text/amounts.ts";
import { markup, type Markup } from "./text/markup.ts";
import { slug } from "./text/slug.ts";

export type { ReportInput } from "./input.ts";

export interface Report {
  /** A self-contained page; it links to `figures/NAME.svg`, `.csv` and `.json` beside it. */
  readonly html: string;
  readonly figures: readonly Figure[];
}

/** Of the published runs, in months. */
const PUBLISHED_STEP = 1;

/**
 * The page with all figures and tables, and the figures on their own. The same input gives the same bytes.
 *
 * @param document draws the figures; that of a browser, or of jsdom
 */
export function buildReport(input: ReportInput, document: Document): Report {
  const { story, situations, token = SETTLEMENT_TOKEN } = input;
  const names = uniqueNames(situations);
  const storyPart = storyFigure(story, token, document);
  const parts = situations.map((situation, index) => {
    const name = names[index] ?? "";
    return { situation, name, figures: situationFigures(situation, name, token, document) };
  });
  return {
    html: page(input, storyPart, parts).markup,
    figures: [storyPart, ...parts.flatMap(({ figures }) => figures)],
  };
}

interface SituationPart {
  readonly situation: SituationInput;
  readonly name: string;
  readonly figures: readonly Figure[];
}

function situationFigures(
  situation: SituationInput,
  name: string,
  token: Token,
  document: Document,
): readonly Figure[] {
  const { title, measurement, judgement } = situation;
  return [
    payoffsFigure(`payoffs-${name}`, situation, token, document),
    trajectoriesFigure(
      {
        name: `trajectories-${name}`,
        title,
        game: measurement,
        euler: judgement.euler,
        step: PUBLISHED_STEP,
        overflowMonth: judgement.overflowMonth,
        until: judgement.exact.times.at(-1) ?? 0,
      },
      document,
    ),
    phasePortrait(measurement, document, { name: `phase-portrait-${name}`, title }),
  ];
}

function uniqueNames(situations: readonly SituationInput[]): readonly string[] {
  const taken = new Set<string>();
  return situations.map(({ name }) => {
    const wanted = slug(name);
    let free = wanted;
    for (let number = 2; taken.has(free); number++) free = `${wanted}-${number}`;
    taken.add(free);
    return free;
  });
}

function page(input: ReportInput, storyPart: Figure, parts: readonly SituationPart[]): Markup {
  const { story, findings, situations, generated, token = SETTLEMENT_TOKEN } = input;
  const made = `chain-alliance ${generated.version}${generated.commit === undefined ? "" : `, commit ${generated.commit}`}`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${made}">
<title>A supply-chain alliance, measured on its contracts</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the findings</a>
<header>
<h1>A supply-chain alliance, measured on its contracts</h1>
<p class="soft">${made}</p>
<nav aria-label="Sections"><ul>
<li><a href="#found-heading">Findings</a></li>
<li><a href="#story-heading">The alliance</a></li>
<li><a href="#situations-heading">Experiments</a></li>
<li><a href="#gas-heading">Gas</a></li>
<li><a href="#provenance-heading">Provenance</a></li>
</ul></nav>
</header>
<main id="main">
<section aria-labelledby="found-heading">
<h2 id="found-heading">What was found</h2>
<ul class="findings">
${headlines(input).map((line) => markup`<li>${line.trim()}</li>\n`)}</ul>
${overviewTable(situations)}
</section>
${storySection(story, findings, storyPart, token)}
<section aria-labelledby="situations-heading">
<h2 id="situations-heading">Payoffs measured, and what follows from them</h2>
${parts.map(({ situation, name, figures }) => situationSection(situation, name, figures, token))}
</section>
${provenanceSection(situations)}
</main>
<footer class="soft">${made}. Every number on this page was computed from the records named above.</footer>
</body>
</html>
`;
}
