// Monthly cohorts of two real shops under the three definitions of retention: who came back, and what the definition makes of it.
// Run it without a build: npx tsx --tsconfig tsconfig.tools.json examples/cohorts.ts [folder with cdnow/ and online_retail/]
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cohortReport } from "./cohorts/report.ts";
import { baseOf, simulatedBase } from "./cohorts/sources.ts";

const beside = fileURLToPath(new URL("../../shared/data", import.meta.url));
const folder = resolve(process.argv[2] ?? beside);

const bases = [baseOf("cdnow", folder), baseOf("online_retail", folder)].filter((base) => base !== null);
if (bases.length === 0) {
  console.log("Neither CDNOW nor Online Retail was found, so the customers are simulated.\n");
  bases.push(simulatedBase());
}
for (const base of bases) console.log(cohortReport(base));
