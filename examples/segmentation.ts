// Two wholesalers cut in every way: ABC, RFM, key accounts, tiers, clusters. Each cut is added up and set against the log.
// Run it without a build: npx tsx --tsconfig tsconfig.tools.json examples/segmentation.ts [folder with northwind/ and online_retail/]
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { businessesIn, simulatedBusiness } from "./key-accounts/sources.ts";
import { segmentationReport } from "./segmentation/report.ts";

const beside = fileURLToPath(new URL("../../shared/data", import.meta.url));
const found = businessesIn(resolve(process.argv[2] ?? beside));
if (found.length === 0) {
  console.log("Neither Northwind nor Online Retail was found, so the customers are simulated.\n");
}
for (const business of found.length === 0 ? [simulatedBusiness()] : found) {
  console.log(segmentationReport(business));
}
