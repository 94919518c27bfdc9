import * as z from "zod";
import { OFFER_STATUSES, type OfferStatus } from "../offers/offer-status.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { type DateInput, readCivilDay } from "../time/read-civil-day.ts";
import { zoneClock } from "../time/time-zone.ts";
import { dateSchema } from "./date-schema.ts";
import { idSchema } from "./id-schema.ts";

/** An offer that has passed `offerSchema`. */
export interface OfferInput {
  readonly customerId?: CustomerId | null | undefined;
  readonly status: OfferStatus;
  /** `null` or `""` for a draft. */
  readonly submitted: DateInput | null;
  /** `null`, `""` or missing while the offer is open. */
  readonly decided?: DateInput | null | undefined;
  readonly value?: number | null | undefined;
  readonly stage?: CustomerId | null | undefined;
  readonly id?: CustomerId | undefined;
}

const utc = zoneClock("UTC");
const nothing = z.literal("");

/**
 * The zod schema of an offer, for the edges of other systems: HTTP bodies, files, databases.
 *
 * It accepts exactly the rows that `offerBook` accepts with its default columns and options. What concerns several rows, such as one id in two of them
 * or a value in some only, is left to the book.
 *
 * @example
 * import { offerBook } from "clientele";
 * import { offerSchema } from "clientele/schema";
 *
 * const body: unknown = JSON.parse('[{ "customerId": "A", "status": "won", "submitted": "2025-03-01", "decided": "2025-04-02", "value": 900 }]');
 * const rows = offerSchema.array().parse(body);
 * offerBook(rows).customerIds; // => ["A"]
 */
export const offerSchema: z.ZodType<OfferInput> = z
  .object({
    customerId: z.union([nothing, idSchema]).nullish(),
    status: z.enum(OFFER_STATUSES),
    submitted: z.union([nothing, dateSchema]).nullish(),
    decided: z.union([nothing, dateSchema]).nullish(),
    value: z
      .union([nothing, z.number().min(0, "The value is below 0: an offer is worth 0 or more.")])
      .nullish(),
    stage: z.union([nothing, idSchema]).nullish(),
    id: idSchema.optional(),
  })
  .superRefine(({ status, submitted, decided }, context) => {
    const refuse = (path: string, message: string): void => {
      context.addIssue({ code: "custom", path: [path], message });
    };
    if (status === "open") {
      if (!isNothing(decided)) refuse("decided", "The offer is open, but has a day of decision.");
      return;
    }
    if (isNothing(submitted)) refuse("submitted", "The date is missing: only an open offer may lack it.");
    if (isNothing(decided))
      refuse("decided", `The offer is ${status}, but the day of the decision is missing.`);
    else if (!isNothing(submitted) && readCivilDay(decided, utc) < readCivilDay(submitted, utc)) {
      refuse("decided", "The decision lies before the submission.");
    }
  })
  .transform((row) => ({
    ...row,
    submitted: row.submitted ?? null,
    value: row.value === "" ? null : row.value,
  }));

function isNothing(value: unknown): value is null | undefined | "" {
  return value === null || value === undefined || value === "";
}
