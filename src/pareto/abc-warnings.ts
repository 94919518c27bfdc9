import type { AbcClassSummary, AbcWarning } from "./abc-result.ts";

/** What should be known about classes before they are used. */
export function abcWarnings(
  tied: number,
  classes: readonly AbcClassSummary[],
  positives: number,
  negatives: number,
): AbcWarning[] {
  const warnings: AbcWarning[] = [];
  if (tied > 0) {
    const message = `A limit lies among ${tied} customers of equal value. They stay together in the better class, which is larger than its limit says.`;
    warnings.push({ code: "tied-at-limit", count: tied, message });
  }
  const empty = classes.filter((each) => each.customers === 0).map((each) => each.class);
  if (empty.length > 0 && positives > 0) {
    const message = `Nobody is in class ${empty.join(" or ")}: there are too few customers, or too few different values, for three classes.`;
    warnings.push({ code: "empty-classes", count: empty.length, message });
  }
  if (negatives > 0) {
    const message = `${negatives} customers have a value below 0. They are in class C; shares are of the values above 0.`;
    warnings.push({ code: "negative-values", count: negatives, message });
  }
  return warnings;
}
