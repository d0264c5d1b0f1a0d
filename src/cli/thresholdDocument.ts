import { textOf, toDouble } from "#game/rational.ts";
import type { Rational } from "#game/rational.ts";
import type { BasinSample } from "#game/threshold/basinSamples.ts";
import type { Breakpoint } from "#game/threshold/breakpoints.ts";
import type { Interval, Range } from "#game/threshold/partition.ts";
import type { SmallestChange } from "#game/threshold/smallestChange.ts";
import type { GainReport } from "#game/threshold/thresholds.ts";

import type { OneResult } from "./thresholdText.ts";

/** What `alliance threshold --parameter --json` prints. Every exact number is `{ exact: "a/b", value }`. */
export function documentOfOne(model: string, { game, present, range, found, samples }: OneResult, rounding: string) {
  return {
    model,
    parameter: game.parameter,
    outcome: found.outcome,
    present: { ...exact(present), status: found.present },
    range: rangeDocument(range),
    gains: found.gains.map(gainDocument),
    breakpoints: found.breakpoints.map(breakpointDocument),
    intervals: found.intervals.map(intervalDocument),
    withinRange: found.withinRange.map(intervalDocument),
    ...changes(found),
    ...(samples === undefined ? {} : { basinAt: samples.map(sampleDocument) }),
    rounding,
  };
}

/** What `alliance threshold --all --json` prints: `parameters` from the smallest relative change to an ESS to `never`. */
export function documentOfAll(model: string, results: readonly OneResult[], rounding: string) {
  const [first] = results;
  return {
    model,
    outcome: first?.found.outcome ?? [],
    status: first?.found.present ?? "not-nash",
    parameters: results.map(({ game, present, range, found }) => ({
      parameter: game.parameter,
      present: exact(present),
      range: rangeDocument(range),
      ...changes(found),
      gains: found.gains.map(gainDocument),
    })),
    rounding,
  };
}

function exact(value: Rational) {
  return { exact: textOf(value), value: toDouble(value) };
}

/** An end that is not there is infinite. */
function rangeDocument({ from, fromClosed, to, toClosed }: Range) {
  return {
    ...(from === undefined ? {} : { from: exact(from) }),
    fromClosed,
    ...(to === undefined ? {} : { to: exact(to) }),
    toClosed,
  };
}

function intervalDocument(interval: Interval) {
  return { ...rangeDocument(interval), status: interval.status };
}

function gainDocument({ gap, name, form, atPresent, zero, elasticity }: GainReport) {
  return {
    ...(gap === undefined ? {} : { gap }),
    name,
    constant: exact(form.constant),
    slope: exact(form.slope),
    atPresent: exact(atPresent),
    ...(zero === undefined ? {} : { zero: exact(zero) }),
    ...(elasticity === undefined ? {} : { elasticity }),
  };
}

function breakpointDocument({ at, vanishing, interior, ...rest }: Breakpoint) {
  return {
    at: exact(at),
    ...rest,
    vanishing: vanishing.map(({ gap, name }) => ({ ...(gap === undefined ? {} : { gap }), name })),
    ...(interior === undefined
      ? {}
      : {
          interior: {
            below: interior.below,
            above: interior.above,
            ...(interior.at === undefined ? {} : { at: interior.at.map(exact) }),
          },
        }),
  };
}

function changes({ toEss, toAttracting }: OneResult["found"]) {
  return {
    toEss: changeDocument(toEss),
    ...(toAttracting === undefined ? {} : { toAttracting: changeDocument(toAttracting) }),
  };
}

function changeDocument(change: SmallestChange) {
  if (change.kind !== "change") return change;
  return { ...change, to: exact(change.to), change: exact(change.change) };
}

function sampleDocument({ at, ...sample }: BasinSample) {
  return { at: exact(at), ...sample };
}
