import type { Story, StoryKind, StoryStep } from "#domain/story.ts";
import { asNumber, type Token } from "#report/text/amounts.ts";
import { day, dayOfYear } from "#report/text/moments.ts";

/** What a member owned after a step, in tokens; `change` and `free` are counted from its first balance. */
export interface Holding {
  readonly member: string;
  readonly step: number;
  /** Of the total. */
  readonly change: number;
  /** The change minus what is locked: the part that the member could spend. */
  readonly free: number;
}

/** A transaction that changed what a member owns. */
export interface Effect {
  readonly member: string;
  readonly step: number;
  /** In token units. */
  readonly units: bigint;
  readonly kind: StoryKind;
  /** What the member did, in words, as far as the step says it. */
  readonly deed: string;
}

export interface MemberSeries {
  readonly name: string;
  readonly role: "supplier" | "retailer";
  readonly holdings: readonly Holding[];
  readonly effects: readonly Effect[];
  /** Totals in token units. */
  readonly first: bigint;
  readonly last: bigint;
}

/** A run of steps on one day (UTC); steps are counted from 1. */
export interface Day {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Whole days since the day before in the story; 0 for the first. */
  readonly gap: number;
}

const DAY = 24 * 3600;
/** What names a transaction of several events, the strongest first. */
const STRENGTH: readonly StoryKind[] = ["default", "settle", "tamper", "deliver", "sign", "match", "join", "leave"];

/** Total of a member after a step, in token units; 0 before it has any. */
export function totalAt(step: StoryStep | undefined, member: string): bigint {
  const balance = step?.balances[member];
  if (balance === undefined) return 0n;
  return BigInt(balance.wallet) + BigInt(balance.available) + BigInt(balance.locked);
}

/** Suppliers before retailers, each in the order of the story. */
export function memberSeries(story: Story, token: Token): readonly MemberSeries[] {
  const kinds = kindsByStep(story.steps);
  const ordered = (["supplier", "retailer"] as const).flatMap((role) =>
    story.members.filter((member) => member.role === role),
  );
  return ordered.map(({ name, role }) => {
    const totals = story.steps.map((step) => totalAt(step, name));
    const begin = Math.max(
      0,
      totals.findIndex((total) => total !== 0n),
    );
    const first = totals[begin] ?? 0n;
    const holdings = story.steps.slice(begin).map((step, index): Holding => {
      const change = (totals[begin + index] ?? 0n) - first;
      const locked = BigInt(step.balances[name]?.locked ?? "0");
      return {
        member: name,
        step: begin + index + 1,
        change: asNumber(change, token),
        free: asNumber(change - locked, token),
      };
    });
    const effects = totals.flatMap((total, index): Effect[] => {
      const units = total - (totals[index - 1] ?? 0n);
      if (index <= begin || units === 0n) return [];
      return [
        {
          member: name,
          step: index + 1,
          units,
          kind: kinds[index] ?? "income",
          deed: deedOf(story.steps[index], name),
        },
      ];
    });
    return { name, role, holdings, effects, first, last: totals.at(-1) ?? 0n };
  });
}

/** `Supplier 1 produced the goods: -90 tokens` is the deed `produced the goods` of Supplier 1. */
function deedOf(step: StoryStep | undefined, member: string): string {
  if (step === undefined || !step.text.startsWith(`${member} `)) return "";
  return step.text
    .slice(member.length + 1)
    .replace(/:.*$/s, "")
    .replace(/^collected (its )?/, "");
}

/** For each step the kind that best says what its transaction did. */
function kindsByStep(steps: readonly StoryStep[]): readonly StoryKind[] {
  const strongest = new Map<string, StoryKind>();
  for (const { transaction, kind } of steps) {
    if (transaction === undefined) continue;
    const before = strongest.get(transaction);
    if (before === undefined || rank(kind) < rank(before)) strongest.set(transaction, kind);
  }
  return steps.map(({ transaction, kind }) =>
    transaction === undefined ? kind : (strongest.get(transaction) ?? kind),
  );
}

function rank(kind: StoryKind): number {
  const index = STRENGTH.indexOf(kind);
  return index === -1 ? STRENGTH.length : index;
}

export function daysOf(steps: readonly StoryStep[]): readonly Day[] {
  const days: Day[] = [];
  let number: number | undefined;
  for (const [index, { time }] of steps.entries()) {
    const today = Math.floor(time / DAY);
    const last = days.at(-1);
    if (last !== undefined && today === number) days[days.length - 1] = { ...last, to: index + 1 };
    else
      days.push({
        from: index + 1,
        to: index + 1,
        label: days.length === 0 ? dayOfYear(time) : day(time),
        gap: number === undefined ? 0 : today - number,
      });
    number = today;
  }
  return days;
}
