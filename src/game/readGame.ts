import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";
import { z } from "zod";
import { jsonErrorPlace } from "./jsonErrorPlace.ts";
import { requireCompleteGame } from "./requireCompleteGame.ts";

const name = z.string().min(1, "a name is empty");

const gameFile = z.object({
  title: z.string().default("untitled game"),
  players: z.array(z.object({ name, strategies: z.array(name).min(1, "no strategies") })).min(1, "no players"),
  payoffs: z.array(
    z.object({
      profile: z.array(z.string()),
      payoff: z.array(z.number("a payoff is a finite number")),
    }),
  ),
  symmetric: z.boolean().default(false),
});

/**
 * Reads a game file: `{ title, players: [{ name, strategies }], payoffs: [{ profile, payoff }], symmetric }`, with any
 * further keys, which are left out. `profile[i]` and `payoff[i]` are the strategy and the earnings of `players[i]`.
 *
 * @param source what the text is called in messages: a path, or "standard input"
 * @throws AllianceError (usage) naming the place, unless the text is JSON of this form with every profile exactly once
 */
export function readGame(text: string, source: string): Game {
  const parsed = gameFile.safeParse(parseJson(text, source));
  if (parsed.success) {
    requireCompleteGame(parsed.data, source);
    return parsed.data;
  }
  const [first] = parsed.error.issues;
  const place = placeOf(first?.path ?? []);
  const more = parsed.error.issues.length > 1 ? ` (and ${parsed.error.issues.length - 1} more)` : "";
  throw new AllianceError(`${source}: ${place}: ${first?.message ?? "not a game"}${more}`, {
    kind: "usage",
    hint: "a game has players with strategies, and payoffs with a profile and a finite number per player",
    values: { source, places: parsed.error.issues.map((issue) => placeOf(issue.path)) },
  });
}

function parseJson(text: string, source: string): unknown {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (json.trim() === "") {
    throw new AllianceError(`${source} is empty`, { kind: "usage", hint: "give a game as JSON", values: { source } });
  }
  try {
    return JSON.parse(json);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const place = reason.includes("position") ? "" : `, at ${jsonErrorPlace(json)}`;
    throw new AllianceError(`${source} is not JSON: ${reason}${place}`, {
      kind: "usage",
      hint: "mend the text at the place named; numbers are written in full, without NaN or Infinity",
      values: { source },
      cause,
    });
  }
}

/** `payoffs[2].payoff[0]` for the path ["payoffs", 2, "payoff", 0]. */
function placeOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return text.replace(/^\./, "") || "the file";
}
