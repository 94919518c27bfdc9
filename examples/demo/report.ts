import type { Analysis } from "./analysis.ts";
import { bestCustomers } from "./section-best-customers.ts";
import { classes } from "./section-classes.ts";
import { models } from "./section-models.ts";
import { outlook } from "./section-outlook.ts";
import { overview } from "./section-overview.ts";
import { skippedRows } from "./section-skipped-rows.ts";
import type { Speech } from "./speech.ts";

/** A part of the report: a heading with lines below. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The whole report as text. */
export function report(analysis: Analysis, speech: Speech): string {
  const { base } = analysis;
  const aboutBase =
    base === null
      ? []
      : [
          classes(analysis, base, speech),
          models(base, speech),
          outlook(analysis, base, speech),
          ...(base.customers.rows.length === 0 ? [] : [bestCustomers(analysis, base, speech)]),
        ];
  const sections = [overview(analysis, speech), ...aboutBase, skippedRows(analysis, speech)];
  return `${sections.map(text).join("\n\n")}\n`;
}

function text({ heading, lines }: Section): string {
  return [heading, "=".repeat(heading.length), ...lines].join("\n");
}
