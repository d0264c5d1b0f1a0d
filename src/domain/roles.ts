/** The two sides of a deal, in the order of the contracts' enumeration `Side`. */
export const ROLES = ["supplier", "retailer"] as const;

export type Role = (typeof ROLES)[number];

/** The other side. */
export function partnerOf(role: Role): Role {
  return role === "supplier" ? "retailer" : "supplier";
}

/** The number by which the contracts know a role. */
export function sideOf(role: Role): 0 | 1 {
  return role === "supplier" ? 0 : 1;
}
