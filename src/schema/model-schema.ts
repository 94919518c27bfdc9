import * as z from "zod";
import type { Model } from "../models/models.ts";
import { readModel } from "../models/read-model.ts";
import { DataError } from "../rows/data-error.ts";

/**
 * The zod schema of a stored model; it gives back what `readModel` gives back.
 *
 * @example
 * import { modelSchema } from "clientele/schema";
 *
 * const result = modelSchema.safeParse({ kind: "crystal-ball" });
 * result.success; // => false
 */
export const modelSchema: z.ZodType<Model> = z.unknown().transform((value, context): Model => {
  try {
    return readModel(value);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    for (const issue of error.issues) {
      context.addIssue({ code: "custom", path: issue.field.split("."), message: issue.message });
    }
    return z.NEVER;
  }
});
