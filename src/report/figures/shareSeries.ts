import type { Trajectory } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import type { Point } from "#report/svg/clipToBand.ts";

/** The share of one population's first strategy over time. */
export interface Series {
  readonly player: number;
  readonly name: string;
  readonly points: readonly Point[];
  /** The first time outside [0,1], if any. */
  readonly leaves: number | undefined;
}

export function seriesOf({ players }: Game, { times, states }: Trajectory): readonly Series[] {
  return players.map(({ name }, player) => {
    const points = times.map((time, index): Point => [time, states[index]?.[player]?.[0] ?? Number.NaN]);
    return { player, name, points, leaves: points.find(([, share]) => share < 0 || share > 1)?.[0] };
  });
}

/** Whether an eye could not tell two series apart. */
export function coincide(one: Series, other: Series): boolean {
  return (
    one.points.length === other.points.length &&
    one.points.every(
      ([, share], index) => Math.abs(share - (other.points[index]?.[1] ?? Infinity)) < 1e-6 * (1 + Math.abs(share)),
    )
  );
}
