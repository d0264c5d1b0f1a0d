/** What a member owns, in token units (decimal integers). */
export interface Balance {
  readonly wallet: string;
  readonly available: string;
  readonly locked: string;
}

export type StoryKind =
  | "join"
  | "order"
  | "match"
  | "record"
  | "sign"
  | "deliver"
  | "accept"
  | "default"
  | "settle"
  | "income"
  | "tamper"
  | "leave";

/** One step of the story, in the order in which it happened on the chain. */
export interface StoryStep {
  readonly kind: StoryKind;
  /** Unix time of the block, in seconds. */
  readonly time: number;
  readonly block: number;
  /** The transaction; absent for what happened outside the chain. */
  readonly transaction?: string;
  readonly actor: string;
  /** The deal it belongs to, if any. */
  readonly dealId?: string;
  /** One sentence for people. */
  readonly text: string;
  /** What every member owns after the step, by name. */
  readonly balances: Readonly<Record<string, Balance>>;
}

export interface StoryDeal {
  readonly dealId: string;
  readonly supplier: string;
  readonly retailer: string;
  readonly quantity: string;
  /** In token units (decimal integer). */
  readonly price: string;
  readonly penalty: string;
  readonly status: string;
}

/** How an alliance of several members fared on a chain. */
export interface Story {
  readonly members: readonly {
    readonly name: string;
    readonly role: "supplier" | "retailer";
    readonly account: string;
  }[];
  readonly steps: readonly StoryStep[];
  readonly deals: readonly StoryDeal[];
  /** All tokens of the members, the treasury and the outside world, before and after; equal when none was lost. */
  readonly tokensBefore: string;
  readonly tokensAfter: string;
}
