import type { AuditFinding } from "#domain/record.ts";
import type { Story } from "#domain/story.ts";
import { basins } from "#game/basins.ts";
import { compare } from "./compare.ts";
import { cornerWords, defaultsOf, tamperingsOf } from "./facts.ts";
import { SETTLEMENT_TOKEN, type ReportInput, type SituationInput } from "./input.ts";
import { change, percent, tokens, type Token } from "./text/amounts.ts";
import { duration } from "./text/moments.ts";
import { count, list, words } from "./text/sentences.ts";

/** What was found, in plain lines, every number computed from the input. */
export function summaryInWords(input: ReportInput): string[] {
  const { head, claims, tail } = findingsOf(input);
  return [...head, ...claims, ...tail];
}

/** The same without the judgement of every single claim, for a page that shows those elsewhere. */
export function headlines(input: ReportInput): string[] {
  const { head, tail } = findingsOf(input);
  return [...head, ...tail];
}

function findingsOf({ story, findings, situations, token = SETTLEMENT_TOKEN }: ReportInput) {
  return {
    head: [...storyWords(story, token), ...auditWords(story, findings), ...payoffWords(situations, token)],
    claims: situations.map(({ judgement }) => judgement.sentence),
    tail: [...artefactWords(situations), ...situations.flatMap(basinWords)],
  };
}

function storyWords(story: Story, token: Token): readonly string[] {
  const { members, deals, steps, tokensBefore, tokensAfter } = story;
  const roles = (["supplier", "retailer"] as const).map((role) => {
    return count(members.filter((member) => member.role === role).length, role);
  });
  const statuses = new Map<string, number>();
  for (const { status } of deals) statuses.set(words(status), (statuses.get(words(status)) ?? 0) + 1);
  const ends = [...statuses].map(([status, number]) => `${number} ${status}`);
  const time = duration((steps.at(-1)?.time ?? 0) - (steps[0]?.time ?? 0));
  const [before, after] = [BigInt(tokensBefore), BigInt(tokensAfter)];
  return [
    `${list(roles)} made ${count(deals.length, "deal")} in ${count(steps.length, "step")} over ${time}: ${list(ends)}.`,
    ...defaultsOf(story).map(
      ({ deal, defaulter, partner, lost, gained }) =>
        `${defaulter} defaulted on deal ${deal.dealId} and lost ${tokens(lost, token)} ${token.symbol} by it; ` +
        `${partner} gained ${tokens(gained, token)} (agreed penalty ${tokens(BigInt(deal.penalty), token)}).`,
    ),
    before === after
      ? `No token was lost or made: ${tokens(before, token)} ${token.symbol} before and after.`
      : `TOKENS DO NOT ADD UP: ${tokens(before, token)} ${token.symbol} before, ${tokens(after, token)} after ` +
        `(${change(after - before, token)}).`,
  ];
}

function auditWords(story: Story, findings: readonly AuditFinding[]): readonly string[] {
  const bad = findings.filter(({ verdict }) => verdict !== "ok");
  const tamperings = tamperingsOf(story, findings);
  const found = tamperings.filter((tampering) => tampering.found).map(({ dealId }) => `deal ${dealId}`);
  const missed = tamperings.filter((tampering) => !tampering.found).map(({ dealId }) => `deal ${dealId}`);
  return [
    `The audit of ${count(findings.length, "record")} found ${count(bad.length, "bad one")}.`,
    ...bad.map(
      ({ dealId, verdict, reason }) => `The record of deal ${dealId} (${words(verdict)}): ${withShortHashes(reason)}`,
    ),
    ...(found.length === 0 ? [] : [`The tampering with the record of ${list(found)} was found.`]),
    ...(missed.length === 0 ? [] : [`THE AUDIT MISSED the tampering with the record of ${list(missed)}.`]),
  ];
}

function withShortHashes(text: string): string {
  return text.replace(/(0x[0-9a-f]{8})[0-9a-f]{32,}/gi, "$1\u2026");
}

function payoffWords(situations: readonly SituationInput[], token: Token): readonly string[] {
  const cells = situations.flatMap((situation) =>
    compare(situation).map((cell) => ({ ...cell, title: situation.title })),
  );
  const wrong = cells.filter(({ difference }) => difference !== 0n);
  const where = `in ${count(situations.length, "situation")}`;
  if (wrong.length === 0)
    return [`All ${cells.length} payoffs measured on the contracts ${where} equal Table II to the last unit.`];
  return [
    `${wrong.length} of ${cells.length} payoffs measured on the contracts ${where} DIFFER from Table II:`,
    ...wrong.map(({ title, profile, player, difference }) => {
      const by = difference === undefined ? "not measured" : `${change(difference, token)} ${token.symbol}`;
      return `  ${title}, ${player} in (${profile.join(", ")}): ${by}`;
    }),
  ];
}

/** The claims that only the step of the published simulation produced. */
function artefactWords(situations: readonly SituationInput[]): readonly string[] {
  const artefacts = situations.filter(({ judgement }) => judgement.verdict === "artefact").map(({ title }) => title);
  if (artefacts.length === 0) return [];
  const are = artefacts.length === 1 ? "is an artefact" : "are artefacts";
  return [
    `${artefacts.length} of ${count(situations.length, "published result")} ${are} of the simulation's step, ` +
      `no property of the model: ${list(artefacts)}.`,
  ];
}

/** Situations whose outcome depends on the start. */
function basinWords({ title, measurement }: SituationInput): readonly string[] {
  const { attractors } = basins(measurement);
  if (attractors.length < 2) return [];
  const ends = [...attractors]
    .sort((one, other) => other.share - one.share)
    .map((attractor) => `${percent(attractor.share)} end where ${cornerWords(measurement, attractor)}`);
  return [`${title}: the outcome depends on the start. Of all starts, ${list(ends)}.`];
}
