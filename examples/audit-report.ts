// The audit of a wholesaler's customers as a report, in English and German: one HTML file each, for the screen and for paper.
// Run it without a build: npx tsx --tsconfig tsconfig.tools.json examples/audit-report.ts <folder for the reports> [folder with online_retail/]
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { auditCustomerBase, de, en, transactionLog } from "clientele";
import { type Chart, renderAudit } from "clientele/charts";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { businessesIn, simulatedBusiness } from "./key-accounts/sources.ts";

const [target, data = fileURLToPath(new URL("../../shared/data", import.meta.url))] = process.argv.slice(2);
if (target === undefined) throw new Error("Say in which folder the reports shall be written.");
const found = businessesIn(resolve(data)).find(({ name }) => name.startsWith("Online Retail"));
if (found === undefined) console.log("Online Retail was not found, so the customers are simulated.");
const { name, lines } = found ?? simulatedBusiness();

/** The library draws nothing itself: Vega-Lite and Vega do. */
function toSvg(chart: Chart): Promise<string> {
  const { spec } = compile(chart as unknown as TopLevelSpec);
  return new View(parse(spec), { renderer: "none" }).toSVG();
}

const log = transactionLog(lines, {
  customer: "customerId",
  date: "date",
  amount: "amount",
  order: "order",
});
const audit = auditCustomerBase(log, { period: "quarter" });
mkdirSync(target, { recursive: true });
for (const locale of [en, de]) {
  const html = await renderAudit(audit, { locale, currency: "£", toSvg });
  const file = join(target, `audit.${locale.language}.html`);
  writeFileSync(file, html);
  console.log(`${name}: ${file}`);
}
