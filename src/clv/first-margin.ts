import { checkOption } from "../rows/options.ts";

/** When the first margin is paid: `"immediate"` now, at the beginning of each period, or `"deferred"`, at its end. */
export type FirstMargin = "immediate" | "deferred";

/** Refuses what does not say when the first margin is paid; there is no default, since it is worth a whole margin. */
export function checkFirstMargin(value: unknown): asserts value is FirstMargin {
  const said = value === "immediate" || value === "deferred";
  checkOption("firstMargin", value, said ? null : UNSAID);
}

const UNSAID =
  'Say when the first margin is paid: "immediate" (now, as when a customer is won) or "deferred" (one period from now, if he is still there).';
