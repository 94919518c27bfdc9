import * as z from "zod";
import { type Interaction, PURCHASE } from "../classification/interaction.ts";
import { dateSchema } from "./date-schema.ts";
import { idSchema } from "./id-schema.ts";

/**
 * The zod schema of an interaction besides purchases: exactly what `classifyCustomers` and its kin accept.
 *
 * @example
 * import { interactionSchema } from "clientele/schema";
 *
 * interactionSchema.safeParse({ customerId: "A", date: "2025-03-01", kind: "login" }).success; // => true
 * interactionSchema.safeParse({ customerId: "A", date: "2025-02-30", kind: "login" }).success; // => false
 */
export const interactionSchema: z.ZodType<Interaction> = z.object({
  customerId: idSchema,
  date: dateSchema,
  kind: z
    .string()
    .min(1, "The kind is missing.")
    .refine((kind) => kind !== PURCHASE, '"purchase" is reserved: purchases come from the transaction log.'),
});
