import { countText } from "../text/count-label.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { BridgeContributor } from "./bridge-result.ts";
import { type AuditWords, moneyText } from "./describe-amounts.ts";
import type { FactorFigure, StepFigure } from "./finding-change-figures.ts";

/** A step of the bridge, e.g. "12 lost customers (−1,234)". */
export function stepText({ movement, customers, change }: StepFigure, words: AuditWords): string {
  const { format, audit } = words.locale;
  return fillTemplate(audit.step, {
    customers: countText(customers, audit.movements[movement], format),
    change: moneyText(change, words, { signed: true }),
  });
}

/** A customer with a large change, whose id stands in quotes as it is. */
export function contributorText(
  { customerId, movement, change }: BridgeContributor,
  words: AuditWords,
): string {
  const { audit } = words.locale;
  return fillTemplate(audit.contributor, {
    id: String(customerId),
    change: moneyText(change, words, { signed: true }),
    movement: audit.contributorMovements[movement],
  });
}

/** A factor of revenue in both periods, and what its change did. */
export function factorText({ factor, before, now, effect }: FactorFigure, words: AuditWords): string {
  const { format, audit } = words.locale;
  const write = (value: number): string =>
    factor === "averageOrderValue"
      ? moneyText(value, words)
      : formatNumber(value, factor === "customers" ? 0 : 2, format);
  return fillTemplate(audit.factors[factor], {
    before: write(before),
    now: write(now),
    effect: moneyText(effect, words, { signed: true }),
  });
}
