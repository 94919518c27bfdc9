import * as z from "zod";
import type { CustomerId } from "../rows/customer-id.ts";
import { DEFAULT_DECIMALS, MOST_UNITS, unitsOf } from "../subscriptions/money.ts";
import { type DateInput, readCivilDay } from "../time/read-civil-day.ts";
import { zoneClock } from "../time/time-zone.ts";
import { dateSchema } from "./date-schema.ts";
import { idSchema } from "./id-schema.ts";

/** A subscription that has passed `subscriptionSchema`. */
export interface SubscriptionInput {
  readonly customerId: CustomerId;
  readonly start: DateInput;
  /** `null`, `""` or missing while the subscription runs on. */
  readonly end?: DateInput | null | undefined;
  readonly monthlyAmount: number;
  readonly plan?: CustomerId | null | undefined;
  readonly id?: CustomerId | undefined;
}

const utc = zoneClock("UTC");

/**
 * The zod schema of a subscription row, for the edges of other systems: HTTP bodies, files, databases.
 *
 * It accepts exactly the rows that `subscriptionBook` accepts with its default columns and options. What concerns several rows, such as one id in two
 * of them, is left to the book.
 *
 * @example
 * import { subscriptionBook } from "clientele";
 * import { subscriptionSchema } from "clientele/schema";
 *
 * const body: unknown = JSON.parse('[{ "customerId": "A", "start": "2025-03-01", "end": null, "monthlyAmount": 49.9 }]');
 * const rows = subscriptionSchema.array().parse(body);
 * subscriptionBook(rows).customerIds; // => ["A"]
 */
export const subscriptionSchema: z.ZodType<SubscriptionInput> = z
  .object({
    customerId: idSchema,
    start: dateSchema,
    end: z.union([z.literal(""), dateSchema]).nullish(),
    monthlyAmount: z
      .number()
      .min(0, "The amount is below 0: a subscription costs 0 or more.")
      .refine((amount) => unitsOf(amount, DEFAULT_DECIMALS) <= MOST_UNITS, "The amount is too large."),
    plan: z.union([z.literal(""), idSchema]).nullish(),
    id: idSchema.optional(),
  })
  .refine(({ start, end }) => isRunning(end) || readCivilDay(end, utc) >= readCivilDay(start, utc), {
    path: ["end"],
    error: "The end lies before the start.",
  });

function isRunning(end: unknown): end is null | undefined | "" {
  return end === null || end === undefined || end === "";
}
