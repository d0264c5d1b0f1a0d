import { z } from "zod";
import { AllianceError } from "#domain/errors.ts";
import type { DealDetails, DealRecord } from "#domain/record.ts";
import { jsonPath, printable } from "./text.ts";

const ADDRESS = "0x[0-9a-fA-F]{40}";
const INCOTERMS = ["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"] as const;

const line = (limit: number) =>
  z
    .string()
    .min(1, "must not be empty")
    .max(limit, `must be at most ${limit} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, "must be one line without control characters");
const wholeNumber = z.string().regex(/^(?:0|[1-9]\d{0,77})$/, 'must be a whole number as a string, such as "1200"');
const positiveWhole = wholeNumber.refine((text) => text !== "0", "must not be zero");
const account = z
  .string()
  .regex(
    new RegExp(`^eip155:[1-9]\\d{0,31}:${ADDRESS}$`),
    "must be a CAIP-10 id, such as eip155:1:0x and 40 hex digits",
  );

const item = z.strictObject({
  sku: line(100),
  description: line(1000),
  quantity: positiveWhole,
  unit: z.string().regex(/^[A-Z0-9]{2,3}$/, "must be a UN/ECE Rec 20 code, such as KGM or H87"),
});

const deal = z.strictObject({
  chainId: z.string().regex(/^eip155:[1-9]\d{0,31}$/, "must be a CAIP-2 id, such as eip155:31337"),
  contract: z.string().regex(new RegExp(`^${ADDRESS}$`), "must be 0x and 40 hex digits"),
  dealId: wholeNumber,
  quantity: positiveWhole,
  price: z
    .string()
    .regex(
      /^(?:0|[1-9]\d{0,77})(?:\.\d{0,17}[1-9])?$/,
      "must be a decimal as a string, at most 18 digits after the point, without trailing zeros",
    ),
  deliverBy: z.iso
    .datetime("must be an RFC 3339 time in UTC, such as 2027-03-01T12:00:00Z")
    .refine((text) => Date.parse(text) % 1000 === 0, "must be whole seconds"),
});

const details = z
  .strictObject({
    items: z.array(item).min(1, "must hold at least one item").max(1000, "must hold at most 1000 items"),
    deliveryTerms: z.strictObject({
      incoterm: z.exactOptional(z.enum(INCOTERMS, "must be one of the Incoterms 2020, such as DAP")),
      place: line(200),
      notes: z.exactOptional(z.string().max(10_000, "must be at most 10000 characters")),
    }),
    parties: z.strictObject({ supplier: account, retailer: account }),
    references: z.array(z.strictObject({ type: line(50), id: line(200) })).max(100, "must hold at most 100 references"),
    deal,
  })
  .superRefine(({ parties, deal: { chainId } }, context) => {
    for (const side of ["supplier", "retailer"] as const) {
      if (!parties[side].startsWith(`${chainId}:`)) {
        context.addIssue({
          code: "custom",
          path: ["parties", side],
          message: `must be on the deal's chain, ${chainId}`,
        });
      }
    }
    if (parties.supplier.toLowerCase() === parties.retailer.toLowerCase()) {
      context.addIssue({ code: "custom", path: ["parties", "retailer"], message: "must not be the supplier" });
    }
  });

const record = z.strictObject({
  schema: z.literal("chain-alliance/deal-record/1"),
  salt: z.string().regex(/^0x[0-9a-f]{32}$/, "must be 0x and 32 lower-case hex digits"),
  details,
});

/** @throws AllianceError (usage) that names every wrong value by its path, at most ten in the message */
export function validateDetails(value: unknown): DealDetails {
  return validate(details, value, "deal details");
}

/** @throws AllianceError (usage), as `validateDetails` */
export function validateRecord(value: unknown): DealRecord {
  return validate(record, value, "deal record");
}

function validate<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const issues = result.error.issues.map(({ path, message }) => ({
    path: jsonPath(path),
    message: printable(message),
  }));
  const shown = issues.slice(0, 10).map((issue) => `${issue.path} ${issue.message}`);
  const rest = issues.length > shown.length ? [`and ${issues.length - shown.length} more`] : [];
  throw new AllianceError(`invalid ${what}: ${[...shown, ...rest].join("; ")}`, {
    kind: "usage",
    hint: "correct the values at these paths",
    values: { issues },
  });
}
