import * as z from "zod";
import type { CustomerId } from "../rows/customer-id.ts";

/** An id as the library takes it: text that is not empty, or a finite number. */
export const idSchema: z.ZodType<CustomerId> = z.union([z.string().min(1, "The id is missing."), z.number()]);
