// Key accounts of two wholesalers: who they are, how they moved, what depends on them, and a portfolio of all customers.
// Run it without a build: npx tsx --tsconfig tsconfig.tools.json examples/key-accounts.ts [folder with northwind/ and online_retail/]
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { customersOf } from "./key-accounts/customers.ts";
import { keyAccountReport } from "./key-accounts/report.ts";
import { businessesIn, simulatedBusiness } from "./key-accounts/sources.ts";

const beside = fileURLToPath(new URL("../../shared/data", import.meta.url));
const found = businessesIn(resolve(process.argv[2] ?? beside));
if (found.length === 0) {
  console.log("Neither Northwind nor Online Retail was found, so the customers are simulated.\n");
}
for (const business of found.length === 0 ? [simulatedBusiness()] : found) {
  console.log(keyAccountReport(business.name, customersOf(business)));
}
