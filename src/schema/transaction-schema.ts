import * as z from "zod";
import type { CustomerId } from "../rows/customer-id.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { dateSchema } from "./date-schema.ts";
import { idSchema } from "./id-schema.ts";

/** A transaction that has passed `transactionSchema`. */
export interface TransactionInput {
  readonly customerId: CustomerId;
  readonly date: DateInput;
  readonly amount: number;
  readonly order?: CustomerId | undefined;
  readonly margin?: number | undefined;
}

/**
 * The zod schema of a transaction row, for the edges of other systems: HTTP bodies, files, databases.
 *
 * It accepts exactly the rows that `transactionLog` accepts with its default columns.
 *
 * @example
 * import { transactionLog } from "clientele";
 * import { transactionSchema } from "clientele/schema";
 *
 * const body: unknown = JSON.parse('[{ "customerId": "A", "date": "2025-03-01", "amount": 12.5 }]');
 * const rows = transactionSchema.array().parse(body);
 * transactionLog(rows).customerIds; // => ["A"]
 */
export const transactionSchema: z.ZodType<TransactionInput> = z.object({
  customerId: idSchema,
  date: dateSchema,
  amount: z.number(),
  order: idSchema.optional(),
  margin: z.number().optional(),
});
