import type { Report } from "../analysis/report.ts";
import { elementOf } from "./element.ts";
import { accountsSection } from "./show-accounts.ts";
import { auditSection } from "./show-audit.ts";
import { baseSection } from "./show-base.ts";
import { classesSection } from "./show-classes.ts";
import { cohortsSection } from "./show-cohorts.ts";
import { outlookSection } from "./show-outlook.ts";
import type { Speech } from "./speech.ts";

const SECTIONS = [
  baseSection,
  classesSection,
  accountsSection,
  cohortsSection,
  outlookSection,
  auditSection,
] as const;

/** Shows all results in a language, with frames for the pictures that are still to come. */
export function showReport(report: Report | null, speech: Speech): void {
  elementOf("results", HTMLElement).hidden = report === null;
  const contents = report === null ? [] : SECTIONS.flatMap((section) => section(report, speech));
  elementOf("report", HTMLElement).replaceChildren(...contents);
}
