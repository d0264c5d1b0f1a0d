import type { Game, Player, ProfilePayoff } from "#domain/game.ts";
import { requireCompleteGame } from "#game/requireCompleteGame.ts";
import { nfgNumber } from "./nfgNumber.ts";
import { symmetricComment } from "./symmetricComment.ts";
import { syntaxError, tokensOf, type Token } from "./tokens.ts";

/** A game, and what was lost when it was read. */
export interface GameReading {
  readonly game: Game;
  /** In words: numbers that are no doubles and were rounded. */
  readonly warnings: readonly string[];
}

/** Larger counts than these are mistakes, or too large for any analysis. */
const MOST_STRATEGIES = 1000;
const MOST_PROFILES = 1_000_000;

/**
 * Reads a game in Gambit's .nfg form, with a list of payoffs or with outcomes; the first player's strategy runs fastest.
 * Outcome 0 pays nobody anything. A payoff is a decimal or a quotient and becomes the nearest double. A player or a
 * strategy without a name is called by its number. Comments are left out. Source: [Gambit].
 *
 * @param source what the text is called in messages
 * @throws AllianceError (usage) naming line and column where the text has another form
 */
export function readNfg(text: string, source: string): GameReading {
  const file = new NfgFile(text, source);
  const title = file.header();
  const names = file.playerNames();
  const players = file.strategies(names);
  const symmetric = file.comment() === symmetricComment;
  const payoffs = file.payoffs(players.map(({ strategies }) => strategies.length));
  const game = { title, players, payoffs: withProfiles(players, payoffs), symmetric };
  requireCompleteGame(game, source);
  return { game, warnings: file.warnings };
}

/** The tokens of a file, read from its beginning to its end. */
class NfgFile {
  readonly warnings: string[] = [];
  readonly #tokens: readonly Token[];
  readonly #source: string;
  #next = 0;

  constructor(text: string, source: string) {
    this.#tokens = tokensOf(text, source);
    this.#source = source;
  }

  header(): string {
    this.#word("symbol", ["NFG"], "the word NFG");
    this.#word("number", ["1"], "version 1");
    this.#word("symbol", ["R", "D"], "R or D, the kind of numbers");
    const title = this.#take("text", "the title in quotes").text;
    return title === "" ? "untitled game" : title;
  }

  playerNames(): readonly string[] {
    return this.#names("the players", (number) => `player ${number}`);
  }

  strategies(names: readonly string[]): readonly Player[] {
    this.#take("{", "{ before the strategies");
    const nested = this.#peek().kind === "{";
    const players = names.map((name) => {
      const strategies = nested ? this.#names(`the strategies of ${JSON.stringify(name)}`, String) : this.#numbered();
      return { name, strategies };
    });
    const { line, column } = this.#take("}", `} after the strategies of ${names.length} players`);
    const profiles = players.reduce((product, { strategies }) => product * strategies.length, 1);
    if (profiles > MOST_PROFILES) {
      throw syntaxError(this.#source, { line, column }, `${profiles} profiles are more than ${MOST_PROFILES}`);
    }
    return players;
  }

  comment(): string {
    return this.#peek().kind === "text" ? this.#take("text", "a comment").text : "";
  }

  /** Row p: the payoffs of the players in profile p, the first player's strategy fastest. */
  payoffs(sizes: readonly number[]): readonly (readonly number[])[] {
    const count = sizes.reduce((product, size) => product * size, 1);
    const rows: (readonly number[])[] = [];
    if (this.#peek().kind === "{") {
      const outcomes = this.#outcomes(sizes.length);
      while (rows.length < count) rows.push(this.#outcome(outcomes, `${rows.length} of ${count} profiles`));
    } else {
      while (rows.length < count) {
        rows.push(sizes.map((_, player) => this.#payoff(player, `in profile ${rows.length + 1} of ${count}`)));
      }
    }
    this.#take("end", `the end of the file after ${count} profiles`);
    return rows;
  }

  #outcomes(players: number): readonly (readonly number[])[] {
    const outcomes: (readonly number[])[] = [];
    this.#take("{", "{ before the outcomes");
    while (this.#peek().kind === "{") {
      this.#take("{", "{ before an outcome");
      this.#take("text", "the name of an outcome in quotes");
      const payoffs: number[] = [];
      while (payoffs.length < players) {
        payoffs.push(this.#payoff(payoffs.length, `in outcome ${outcomes.length + 1}`));
        if (this.#peek().kind === ",") this.#take(",", "a comma");
      }
      this.#take("}", `} after ${players} payoffs`);
      outcomes.push(payoffs);
    }
    this.#take("}", "{ before an outcome or } after them");
    return outcomes;
  }

  #outcome(outcomes: readonly (readonly number[])[], after: string): readonly number[] {
    const token = this.#take("number", `the number of an outcome after those of ${after}`);
    const number = /^\d{1,9}$/.test(token.text) ? Number(token.text) : -1;
    if (number === 0) return (outcomes[0] ?? []).map(() => 0);
    const outcome = outcomes[number - 1];
    if (outcome === undefined) {
      throw syntaxError(this.#source, token, `there is no outcome ${token.text}; there are ${outcomes.length}`);
    }
    return outcome;
  }

  #payoff(player: number, where: string): number {
    const token = this.#take("number", `the payoff of player ${player + 1} ${where}`);
    const number = nfgNumber(token.text);
    if (number === undefined) {
      throw syntaxError(this.#source, token, `${token.text.slice(0, 40)} is no number that a double can hold`);
    }
    if (!number.exact) {
      const place = `${this.#source}: line ${token.line} column ${token.column}`;
      this.warnings.push(`${place}: ${token.text} is taken as ${number.value}`);
    }
    return number.value;
  }

  #names(what: string, nameless: (number: number) => string): readonly string[] {
    this.#take("{", `{ before ${what}`);
    const names = new Set<string>();
    while (this.#peek().kind === "text") {
      const token = this.#take("text", "a name");
      const name = token.text === "" ? nameless(names.size + 1) : token.text;
      if (names.has(name)) {
        throw syntaxError(this.#source, token, `the name ${JSON.stringify(name)} stands twice`);
      }
      names.add(name);
    }
    const close = this.#take("}", `a name in quotes, or } after ${what}`);
    if (names.size === 0) throw syntaxError(this.#source, close, `${what} are none`);
    return [...names];
  }

  #numbered(): readonly string[] {
    const token = this.#take("number", "how many strategies each player has");
    const count = /^\d+$/.test(token.text) ? Number(token.text) : 0;
    if (count < 1 || count > MOST_STRATEGIES) {
      throw syntaxError(this.#source, token, `${token.text} is not from 1 to ${MOST_STRATEGIES} strategies`);
    }
    return Array.from({ length: count }, (_, i) => String(i + 1));
  }

  #word(kind: Token["kind"], allowed: readonly string[], expected: string): void {
    const token = this.#peek();
    if (token.kind !== kind || !allowed.includes(token.text)) throw this.#unexpected(expected);
    this.#next++;
  }

  #take(kind: Token["kind"], expected: string): Token {
    const token = this.#peek();
    if (token.kind !== kind) throw this.#unexpected(expected);
    this.#next++;
    return token;
  }

  #unexpected(expected: string): Error {
    const token = this.#peek();
    const found = token.kind === "end" ? "the end of the file" : JSON.stringify(token.text.slice(0, 40));
    return syntaxError(this.#source, token, `expected ${expected}, found ${found}`);
  }

  /** The last token is the end, and stays. */
  #peek(): Token {
    return this.#tokens[Math.min(this.#next, this.#tokens.length - 1)] ?? END;
  }
}

const END: Token = { kind: "end", text: "", line: 1, column: 1 };

/** Profiles in the usual order of a game file, the last player's strategy fastest. */
function withProfiles(players: readonly Player[], rows: readonly (readonly number[])[]): readonly ProfilePayoff[] {
  let profiles: { readonly profile: readonly string[]; readonly index: number }[] = [{ profile: [], index: 0 }];
  let stride = 1;
  for (const { strategies } of players) {
    const step = stride;
    profiles = profiles.flatMap(({ profile, index }) =>
      strategies.map((name, strategy) => ({ profile: [...profile, name], index: index + strategy * step })),
    );
    stride *= strategies.length;
  }
  return profiles.map(({ profile, index }) => ({ profile, payoff: rows[index] ?? [] }));
}
