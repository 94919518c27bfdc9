import type { CustomerBaseAudit } from "../audit/audit-result.ts";
import { moneyText } from "../audit/describe-amounts.ts";
import { describeAudit } from "../audit/describe-audit.ts";
import { periodText } from "../audit/describe-period.ts";
import type { FindingView } from "../audit/finding.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate } from "../text/text-format.ts";
import { drawnChart } from "./drawing.ts";
import { type RenderAuditOptions, type ReportPlan, reportPlan } from "./render-audit-options.ts";
import { reportFigures } from "./report-figures.ts";
import { escapeHtml } from "./report-html.ts";
import { type ReportSection, type SectionFigure, sectionHtml } from "./report-section.ts";
import { reportStyle } from "./report-style.ts";
import { type ReportWords, reportWords } from "./report-words.ts";
import { checkResult } from "./result-fields.ts";

const VIEWS: readonly FindingView[] = [1, 2, 3, 4, 5];

/**
 * Writes the audit of a customer base as a report: one HTML file that needs nothing else, for the screen and for A4 paper.
 *
 * Under the heading of each of the five views stand the sentences of `describeAudit`, then the charts as SVG, each with a table of the figures behind it.
 * The library draws nothing itself: without `toSvg` the report has the text and the tables. It holds no script, loads nothing, and forbids both by its
 * content security policy; ids and all other texts of the log are escaped. The SVG of `toSvg` is taken as it is, but for its ids and its role.
 *
 * @param audit - What `auditCustomerBase` returns, also after a way through JSON.
 * @param options - `locale`, `currency` (a sign or word beside amounts), `theme`, `toSvg`, `title`.
 * @returns The HTML as text.
 * @throws DataError (the promise rejects) if this is no audit, an option cannot be used, or `toSvg` returns no SVG.
 *
 * @example
 * import { auditCustomerBase, transactionLog } from "clientele";
 * import { renderAudit } from "clientele/charts";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-01-10", amount: 500 },
 *   { customerId: "Ada", date: "2025-07-02", amount: 700 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 900 },
 * ]);
 * const html = await renderAudit(auditCustomerBase(log, { asOf: "2025-12-31" }), { currency: "£" });
 * html.includes("<h1>Customer base audit 2025</h1>"); // => true
 */
export async function renderAudit(
  audit: CustomerBaseAudit,
  options: RenderAuditOptions = {},
): Promise<string> {
  const fields = { asOf: "text", totals: "record", whole: "record", reconciliation: "list" } as const;
  checkResult("audit", audit, fields, "auditCustomerBase");
  const plan = reportPlan(options);
  const { locale } = plan.light;
  const words = reportWords(locale, plan.currency);
  const sections: string[] = [];
  for (const section of sectionsOf(audit, plan, words))
    sections.push(await sectionHtml(section, plan.toSvg, words));
  const title = escapeHtml(plan.title ?? defaultTitle(audit, words));
  return [
    "<!DOCTYPE html>",
    `<html lang="${escapeHtml(locale.language)}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>\n${reportStyle(plan.theme)}\n</style>`,
    "</head>",
    "<body>",
    `<header>\n<h1>${title}</h1>\n<p class="lead">${escapeHtml(leadOf(audit, words))}</p>\n</header>`,
    "<main>",
    ...sections,
    "</main>",
    "</body>",
    "</html>\n",
  ].join("\n");
}

/** Nothing is loaded and nothing is run; the styles are those of the file and of its SVG. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The five views, and what cannot be told if there is such. */
function sectionsOf(
  audit: CustomerBaseAudit,
  plan: ReportPlan,
  words: ReportWords,
): readonly ReportSection[] {
  const { locale, currency } = words;
  const { findings } = describeAudit(audit, { locale, ...(currency === null ? {} : { currency }) });
  const figures = figuresByView(audit, plan, words);
  const section = (view: FindingView, at: number): ReportSection => ({
    id: `view-${view}`,
    heading: locale.audit.views[view],
    sentences: findings.filter((finding) => finding.view === view).map(({ text }) => text),
    figures: figures[at] ?? [],
  });
  const check = section("check", VIEWS.length);
  return [...VIEWS.map(section), ...(check.sentences.length === 0 ? [] : [check])];
}

/** Each chart in the themes in which somebody may see it: light on paper at least. */
function figuresByView(
  audit: CustomerBaseAudit,
  { theme, light, dark }: ReportPlan,
  words: ReportWords,
): readonly (readonly SectionFigure[])[] {
  const themes = theme === "light" ? [light] : [light, dark];
  const drawn = themes.map((chart) => ({ chart, views: reportFigures(audit, chart, words) }));
  return (drawn[0]?.views ?? []).map((figures, view) =>
    figures.map(({ drawing, table }, at) => ({
      table: { caption: drawing.words.title, ...table },
      charts: drawn.flatMap(({ chart, views }) => {
        const figure = views[view]?.[at];
        return figure === undefined ? [] : [{ theme: chart.theme, chart: drawnChart(figure.drawing, chart) }];
      }),
    })),
  );
}

function defaultTitle({ current }: CustomerBaseAudit, { locale }: ReportWords): string {
  const { page } = locale.charts.offers.audit;
  if (current === null) return page.titleWithoutPeriod;
  return fillTemplate(page.title, { period: periodText(current.period, locale) });
}

/** How large the base is, and as of which day. */
function leadOf({ totals, asOf }: CustomerBaseAudit, words: ReportWords): string {
  const { audit, terms } = words.locale.charts.offers;
  return fillTemplate(audit.page.subtitle, {
    customers: countText(totals.customers, terms.customerCount, words.locale.format),
    revenue: moneyText(totals.revenue, words),
    date: formatDate(asOf, words.locale.format),
  });
}
