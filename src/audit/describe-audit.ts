import { checkNames, checkOption, invalidOption } from "../rows/options.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { CustomerBaseAudit } from "./audit-result.ts";
import type { AuditWords } from "./describe-amounts.ts";
import { figureTexts } from "./describe-figure.ts";
import type { AuditFinding, FindingView } from "./finding.ts";
import { auditFindings } from "./finding-list.ts";
import type { AuditLocale } from "./labels.ts";

/** In which language an audit is described. */
export interface DescribeAuditOptions {
  /** `en`, `de`, or an object of your own with the same labels. */
  readonly locale: AuditLocale;
  /** Stands beside amounts, e.g. `"€"` or `"EUR"`. Default: none, as the library knows no currency. */
  readonly currency?: string;
}

/** A finding with its sentence. */
export type DescribedFinding = AuditFinding & {
  /** The finding in a sentence or two. */
  readonly text: string;
};

/** An audit in words. */
export interface AuditDescription {
  /** In the order of `auditFindings`. */
  readonly findings: readonly DescribedFinding[];
  /** All sentences, one to a line, under the headings of their views; views without findings are left out. */
  readonly text: string;
}

const NAMES = { locale: true, currency: true } satisfies Record<keyof DescribeAuditOptions, true>;

/**
 * Describes an audit in sentences with numbers (Befunde der Kundenbestandsanalyse in Worten).
 *
 * Every sentence is a finding of `auditFindings`, so nothing is said that has no rule. Amounts from 1,000 on are whole, smaller ones have cents; shares
 * have one decimal; ids stand in quotes as they are.
 *
 * @param audit - A result of `auditCustomerBase`.
 * @param options - `locale`: a language; `currency`: a sign or word beside amounts.
 * @returns `{ findings, text }`: each finding with its sentence, and all of them as one text.
 * @throws {@link DataError} if `audit` is no audit, or an option cannot be used.
 *
 * @example
 * import { auditCustomerBase, de, describeAudit, en, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-01-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-07-02", amount: 1200 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 90 },
 * ]);
 * const audit = auditCustomerBase(log, { asOf: "2025-12-31" });
 * const english = describeAudit(audit, { locale: en, currency: "£" });
 * english.findings[0]?.text; // => "2025: 2 customers placed 2 orders worth £1,290 net of returns, £645.00 per customer."
 * const german = describeAudit(audit, { locale: de });
 * german.findings[0]?.text; // => "2025: 2 Kunden mit 2 Bestellungen, 1.290 Umsatz nach Gutschriften, 645,00 je Kunde."
 */
export function describeAudit(audit: CustomerBaseAudit, options: DescribeAuditOptions): AuditDescription {
  const words = checkedWords(options);
  const findings = auditFindings(audit).map((finding): DescribedFinding => {
    return { ...finding, text: findingText(finding, words) };
  });
  return { findings, text: wholeText(findings, words) };
}

function checkedWords(options: unknown): AuditWords {
  checkNames("options", options, NAMES);
  const { locale, currency = null } = options as Partial<DescribeAuditOptions>;
  const isLocale = typeof locale === "object" && locale !== null && "format" in locale && "audit" in locale;
  if (!isLocale) {
    throw invalidOption(
      "locale",
      locale,
      "This is no language: pass en, de, or an object with the same labels.",
    );
  }
  const isCurrency = currency === null || (typeof currency === "string" && currency !== "");
  checkOption("currency", currency, isCurrency ? null : 'Pass a sign or a word, such as "€" or "EUR".');
  return { locale, currency };
}

function findingText(finding: AuditFinding, words: AuditWords): string {
  const text = words.locale.audit.texts[finding.code];
  return fillTemplate(
    typeof text === "string" ? text : isOne(finding, text.by) ? text.one : text.other,
    figureTexts(finding, words),
  );
}

function isOne({ figures }: AuditFinding, name: string): boolean {
  return Object.entries(figures).some(([figure, value]) => figure === name && value === 1);
}

function wholeText(findings: readonly DescribedFinding[], { locale }: AuditWords): string {
  const views = new Map<FindingView, string[]>();
  for (const { view, text } of findings) {
    const lines = views.get(view);
    if (lines === undefined) views.set(view, [locale.audit.views[view], text]);
    else lines.push(text);
  }
  return [...views.values()].map((lines) => lines.join("\n")).join("\n\n");
}
