import { Command } from "commander";

import type { Analysis, Certificate, RestPoint } from "#domain/analysis.ts";
import type { State } from "#domain/game.ts";
import { analyze } from "#game/analyze.ts";

import { describeEquilibria } from "./describeEquilibria.ts";
import { withExamples } from "./examples.ts";
import { readGameInput } from "./gameInput.ts";
import { alignColumns, printResult } from "./output.ts";

/** `alliance analyze GAME`: where the populations rest, and which of these points last. */
export function analyzeCommand(): Command {
  const command = new Command("analyze")
    .description("find the rest points of a game and their stability")
    .argument("<game>", "game file, JSON or .nfg, or - for standard input")
    .option("--json", "print the analysis as JSON")
    .action((path: string, options: { json?: boolean }) => {
      const analysis = analyze(readGameInput(path));
      printResult(options.json, analysis, () => describe(analysis));
    });
  return withExamples(command, [
    "alliance model two-party --set Ds=3,Dr=3 --out game.json",
    "alliance analyze game.json",
    "alliance analyze game.json --json",
  ]);
}

/** A state as the shares of the first strategies; with more than two strategies, all shares of each population. */
export function describeState(state: State): string {
  const two = state.every((shares) => shares.length === 2);
  return `(${state.map((shares) => (two ? String(shares[0]) : shares.join(" "))).join(", ")})`;
}

function describe({ restPoints, continua, certificate, equilibria }: Analysis): string {
  const header = ["rest point", "stability", "nash", "eigenvalues", "trace", "determinant"];
  const rows = restPoints.map((point) => [
    describeState(point.shares),
    point.stability,
    nashWord(point),
    point.eigenvalues.map(describeEigenvalue).join(", "),
    String(point.trace),
    String(point.determinant),
  ]);
  const notes = restPoints.flatMap((point) =>
    point.note === undefined ? [] : [`${describeState(point.shares)}: ${point.note}`],
  );
  return [
    alignColumns([header, ...rows]),
    ...notes,
    ...continua.map(({ description }) => description),
    ...(certificate === undefined ? [] : describeCertificate(certificate)),
    ...(equilibria === undefined ? [] : describeEquilibria(equilibria)),
  ].join("\n");
}

function describeCertificate(certificate: Certificate): readonly string[] {
  const { complete, faces, found, bound, nashCount, oddNash, degenerateFaces, unresolved } = certificate;
  const regular = complete && degenerateFaces.length === 0;
  return [
    `${complete ? "Complete" : "Not proven complete"}: ${found} isolated rest points on ${faces} faces, of at most ${bound}.`,
    regular && oddNash
      ? `Nash equilibria: ${nashCount}, an odd number as in every regular game.`
      : `Nash equilibria: ${nashCount} isolated ones found.`,
    ...degenerateFaces.map((face) => `degenerate ${face}`),
    ...unresolved.map((place) => `unresolved ${place}`),
  ];
}

function nashWord({ nash, strict }: RestPoint): string {
  if (strict) return "strict";
  return nash ? "yes" : "no";
}

function describeEigenvalue([real, imaginary]: readonly [number, number]): string {
  if (imaginary === 0) return String(real);
  const sign = imaginary < 0 ? "-" : "+";
  return `${real === 0 ? "" : real}${sign}${Math.abs(imaginary)}i`;
}
