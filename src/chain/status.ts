/** The names of a deal's states, in the order of the contract's enumeration `IDeals.Status`. */
const STATUS_NAMES = [
  "none",
  "matched",
  "signed",
  "delivered",
  "settled",
  "lapsed",
  "supplier-defaulted",
  "retailer-defaulted",
  "disagreed",
] as const;

export type DealStatus = (typeof STATUS_NAMES)[number];

/** The name of a deal's state. */
export function statusName(status: bigint): DealStatus {
  const name = STATUS_NAMES[Number(status)];
  if (name === undefined) throw new RangeError(`no deal state has the number ${status}`);
  return name;
}
