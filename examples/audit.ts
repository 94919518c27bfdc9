// The audit of a wholesaler's customers in five views: key tables, then what they show in English and German sentences.
// Run it without a build: npx tsx --tsconfig tsconfig.tools.json examples/audit.ts [folder for the findings] [folder with online_retail/]
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { auditCustomerBase, de, describeAudit, en, transactionLog } from "clientele";
import { auditReport } from "./audit/report.ts";
import { businessesIn, simulatedBusiness } from "./key-accounts/sources.ts";

const [target, data = fileURLToPath(new URL("../../shared/data", import.meta.url))] = process.argv.slice(2);
const found = businessesIn(resolve(data)).find(({ name }) => name.startsWith("Online Retail"));
if (found === undefined) console.log("Online Retail was not found, so the customers are simulated.\n");
const { name, lines } = found ?? simulatedBusiness();

const log = transactionLog(lines, {
  customer: "customerId",
  date: "date",
  amount: "amount",
  order: "order",
});
const audit = auditCustomerBase(log, { period: "quarter" });
console.log(auditReport(name, audit));

for (const locale of [en, de]) {
  const { text } = describeAudit(audit, { locale, currency: "£" });
  console.log(`\n${text}`);
  if (target === undefined) continue;
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, `findings.${locale.language}.txt`), `${text}\n`);
}
