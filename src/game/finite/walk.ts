import { AllianceError } from "#domain/errors.ts";
import type { Random } from "#game/random.ts";
import { after, movesAt, type Move } from "./moves.ts";
import type { Counts, Process } from "./process.ts";
import { keyOf } from "./states.ts";

/** A state that has been visited: what can happen there is computed once. */
interface Place {
  readonly counts: Counts;
  readonly moves: readonly Move[];
  /** Probability that a step changes anything. */
  readonly leaving: number;
  /** Where each move leads, once it has been made. */
  readonly next: (Place | undefined)[];
}

type Stay = (counts: Counts, steps: number) => void;

/** Possible changes of all visited states that are remembered: about 100 megabytes. */
const MOST_MOVES = 1_000_000;

/** A walker through the states of a process: it jumps from change to change, and counts the steps between them. */
export interface Walker {
  /**
   * Walks from a state until `steps` steps are done, and reports each stay: the number of steps that began in a state.
   * True if it came to where nothing can change any more.
   */
  readonly walk: (start: Counts, steps: number, random: Random, stay: Stay) => boolean;
}

/**
 * The steps between two changes are geometrically distributed, so they are drawn at once: exact, and fast where changes
 * are rare. Source: [Gillespie1976], in discrete time.
 */
export function walkerOf(process: Process): Walker {
  const places = new Map<string, Place>();
  let remembered = 0;
  const placeAt = (counts: Counts): Place => {
    const key = keyOf(counts);
    const found = places.get(key);
    if (found !== undefined) return found;
    const moves = movesAt(process, counts);
    remembered += moves.length;
    if (remembered > MOST_MOVES) throw tooMany(places.size);
    const leaving = moves.reduce((sum, { probability }) => sum + probability, 0);
    const place: Place = { counts, moves, leaving, next: [] };
    places.set(key, place);
    return place;
  };
  const step = (place: Place, random: Random): Place => {
    const chosen = choose(place, random.unit());
    const move = place.moves[chosen];
    if (move === undefined) return place;
    return (place.next[chosen] ??= placeAt(after(place.counts, move)));
  };
  return {
    walk(start, steps, random, stay) {
      let place = placeAt(start);
      for (let left = steps; left > 0;) {
        if (place.moves.length === 0) {
          stay(place.counts, left);
          return true;
        }
        const wait = Math.min(left, waiting(place.leaving, random.unit()));
        stay(place.counts, wait);
        left -= wait;
        if (left > 0) place = step(place, random);
      }
      return false;
    },
  };
}

/** Steps up to and with the first that changes something: at least 1. */
function waiting(leaving: number, unit: number): number {
  return leaving >= 1 ? 1 : 1 + Math.floor(Math.log(unit) / Math.log1p(-leaving));
}

function choose({ moves, leaving }: Place, unit: number): number {
  let rest = unit * leaving;
  for (let i = 0; i < moves.length - 1; i++) {
    rest -= moves[i]?.probability ?? 0;
    if (rest < 0) return i;
  }
  return moves.length - 1;
}

function tooMany(states: number): AllianceError {
  return new AllianceError(`the walk has visited ${states} states, and more do not fit into memory`, {
    kind: "usage",
    hint: "choose smaller populations or fewer steps",
  });
}
