/** A text that wants to stand beside a place on a line, in pixels. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** What to say where the text does not fit. */
  readonly shorter?: string;
  /** Where it goes: above or below its place. */
  readonly above: boolean;
  /** Rather on the other side, or across the line, than nowhere. */
  readonly needed?: boolean;
}

export interface Placement {
  readonly fontSize: number;
  /** The frame that no text may leave, in pixels. */
  readonly frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** Places that no text may cover, in pixels. */
  readonly marks: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
  /** The highest and the lowest place of the line between two horizontal places, in pixels. */
  readonly extent: (left: number, right: number) => readonly [top: number, bottom: number];
}

/** Of a letter's height: generous for the widest of common fonts. */
const LETTER = 0.62;
const CLEARANCE = 6;
const GAP = 3;
/** A text farther than this from where it wants to stand would be taken for another's, in pixels. */
const FARTHEST = 24;

/** The width that a text may take, in pixels. */
export function textWidth(text: string, fontSize: number): number {
  return Array.from(text).length * LETTER * fontSize;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly half: number;
}

interface Candidate<T> {
  readonly label: T;
  readonly clearOfLine: boolean;
}

/**
 * Of labels in the order of their importance those that fit, each with its place moved into the frame and off the line;
 * a label that would cover another, or a mark, is shortened or left out.
 */
export function placeLabels<T extends Label>(labels: readonly T[], placement: Placement): readonly T[] {
  const boxes = placement.marks.map(({ x, y, radius }): Box => {
    return { left: x - radius, right: x + radius, middle: y, half: radius };
  });
  const placed: T[] = [];
  for (const wanted of labels) {
    for (const candidate of candidates(wanted)) {
      const box = boxOf(candidate, placement);
      if (box === undefined || boxes.some((other) => collide(box, other))) continue;
      boxes.push(box);
      placed.push({ ...candidate.label, x: (box.left + box.right) / 2, y: box.middle });
      break;
    }
  }
  return placed;
}

/** The ways to place a label, the best first. */
function candidates<T extends Label>(label: T): readonly Candidate<T>[] {
  const texts = label.shorter === undefined ? [label.text] : [label.text, label.shorter];
  const ways = (above: boolean, clearOfLine: boolean): readonly Candidate<T>[] =>
    texts.map((text) => ({ label: { ...label, text, above }, clearOfLine }));
  if (label.needed !== true) return ways(label.above, true);
  return [
    ways(label.above, true),
    ways(!label.above, true),
    ways(label.above, false),
    ways(!label.above, false),
  ].flat();
}

function boxOf<T extends Label>({ label, clearOfLine }: Candidate<T>, placement: Placement): Box | undefined {
  const { fontSize, frame, extent } = placement;
  const { x, y, text, above } = label;
  const width = textWidth(text, fontSize);
  const left = Math.min(Math.max(x - width / 2, frame.left), frame.right - width);
  const right = left + width;
  const [top, bottom] = clearOfLine ? extent(left, right) : [y, y];
  const half = fontSize / 2;
  const wanted = above ? Math.min(y, top) - half - CLEARANCE : Math.max(y, bottom) + half + CLEARANCE;
  const middle = Math.min(Math.max(wanted, frame.top + half), frame.bottom - half);
  const squeezed = Math.abs(middle - wanted) > CLEARANCE - 1;
  const far = Math.abs(middle - y) > FARTHEST;
  return clearOfLine && (squeezed || far) ? undefined : { left, right, middle, half };
}

function collide(one: Box, other: Box): boolean {
  const apart = one.left >= other.right + GAP || other.left >= one.right + GAP;
  return !apart && Math.abs(one.middle - other.middle) < one.half + other.half;
}
