import fc from "fast-check";
import type { DealDetails } from "#domain/record.ts";
import { DETAILS } from "./samples.ts";

/** Details with the parts that people write: any text of any script, several items. */
export const anyDetails: fc.Arbitrary<DealDetails> = fc
  .record({
    notes: fc.string({ unit: "binary", maxLength: 40 }),
    place: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => !/\p{Cc}/u.test(text)),
    quantities: fc.array(fc.bigInt({ min: 1n, max: 10n ** 30n }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ notes, place, quantities }) => ({
    ...DETAILS,
    items: quantities.map((quantity, index) => ({
      sku: `S${index}`,
      description: place,
      quantity: quantity.toString(),
      unit: "H87",
    })),
    deliveryTerms: { place, notes },
  }));
