import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { describeWithData } from "../support/real-data.ts";
import { runDemo } from "./demo-process.ts";
import { ReportReader } from "./report-reader.ts";

const PATIENCE = 180_000;

describeWithData("the demo on CDNOW", "cdnow/cdnow_master.csv", (path) => {
  const options = "--customer customer_id --date date --amount dollars --as-of 1998-06-30".split(" ");

  it("reads, classifies, fits and values the whole base", { timeout: PATIENCE }, async () => {
    const { code, stdout, stderr } = await runDemo(fileURLToPath(path), ...options);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const report = new ReportReader(stdout);
    const base = "The customer base as of 1998-06-30";
    expect(report.cells(base, "period")).toEqual(["1997-01-01 to 1998-06-30"]);
    expect(report.cells(base, "rows")).toEqual(["69,659, all of them read"]);
    expect(report.cells(base, "customers")).toEqual(["23,570"]);
    expect(report.cells(base, "revenue")).toEqual(["2,500,315.63 net of returns"]);
    const classes = report.rows("Customers by class");
    expect(classes.reduce((sum, row) => sum + report.number(row[1]), 0)).toBe(23_570);
    const cents = classes.reduce((sum, row) => sum + Math.round(report.number(row[3]) * 100), 0);
    expect(cents).toBe(250_031_563);
    expect(stdout).toMatch(
      /23,570 customers, times in weeks,\s+log-likelihood −\d{3},\d{3}\.\d\d, converged/,
    );
    expect(report.rows("The 20 most valuable customers")).toHaveLength(20);
  });
});

describeWithData("the demo on the CDNOW sample", "cdnow/cdnow_sample.csv", (path) => {
  it("prints the published estimates", { timeout: PATIENCE }, async () => {
    const options = "--customer master_id --amount dollars --as-of 1997-09-30".split(" ");
    const { stdout } = await runDemo(fileURLToPath(path), ...options);
    const report = new ReportReader(stdout);
    const estimates = ["r", "alpha", "a", "b", "p", "q", "gamma"].map((name) =>
      report.number(report.cells("The models", name)[0]),
    );
    // Fader, Hardie & Lee (2005); Fader & Hardie, note 025.
    [0.243, 4.414, 0.793, 2.426].forEach((published, i) => {
      expect(estimates[i]).toBeCloseTo(published, 3);
    });
    [6.25, 3.74, 15.44].forEach((published, i) => {
      expect(estimates[i + 4]).toBeCloseTo(published, 2);
    });
    expect(stdout).toContain("log-likelihood −9,582.43");
  });
});

describeWithData("the demo on Online Retail", "online_retail/online_retail.csv.gz", (path) => {
  const options =
    "--customer CustomerID --date InvoiceDate --order InvoiceNo --quantity Quantity --price UnitPrice".split(
      " ",
    );

  it("reconciles to the cent with the raw file", { timeout: PATIENCE }, async () => {
    const expected = totalsOf(gunzipSync(readFileSync(path)).toString());
    expect(expected).toEqual({
      rows: 541_909,
      invoices: 25_900,
      withoutCustomer: 135_080,
      customers: 4_372,
      mills: 9_747_747_934,
      badDebtWithCustomer: 0,
      purchaseMills: 8_911_407_904,
      knownMills: expect.any(Number),
      knownInvoices: 22_190,
    });

    const { code, stdout, stderr } = await runDemo(fileURLToPath(path), ...options);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const report = new ReportReader(stdout);
    const base = "The customer base as of 2011-12-09";
    const figure = (label: string): number => report.number(report.cells(base, label)[0]);
    expect(figure("rows")).toBe(expected.rows);
    expect(report.rows("Skipped rows")).toEqual([["customer id missing", "135,080", "24.9%"]]);
    expect(figure("customers")).toBe(expected.customers);
    expect(figure("transactions")).toBe(expected.knownInvoices);
    expect(Math.round(figure("revenue") * 100)).toBe(Math.round(expected.knownMills / 10));
    const classes = report.rows("Customers by class");
    expect(classes.reduce((sum, row) => sum + report.number(row[1]), 0)).toBe(expected.customers);
    // Eight roundings to the cent.
    const revenue = classes.reduce((sum, row) => sum + report.number(row[3]), 0);
    expect(Math.abs(revenue - expected.knownMills / 1000)).toBeLessThan(0.04);
    expect(stdout.replace(/\s+/g, " ")).toContain("Customer 16446: purchases of 168,472.50");
  });
});

/** The totals of the raw file, worked out apart from the library: whole numbers of a thousandth, so that no cent is lost. */
function totalsOf(text: string) {
  const { rows, column } = tableOf(text);
  const invoices = column("InvoiceNo");
  const customers = column("CustomerID");
  const quantities = column("Quantity");
  const prices = column("UnitPrice");
  const totals = { mills: 0, knownMills: 0, purchaseMills: 0, withoutCustomer: 0, badDebtWithCustomer: 0 };
  const known = new Set<string>();
  const knownInvoices = new Set<string>();
  const allInvoices = new Set<string>();
  for (const row of rows) {
    const [invoice = "", customer = ""] = [row[invoices], row[customers]];
    const quantity = Number(row[quantities]);
    const price = Math.round(Number(row[prices]) * 1000);
    const mills = quantity * price;
    allInvoices.add(invoice);
    totals.mills += mills;
    if (customer === "") {
      totals.withoutCustomer += 1;
      continue;
    }
    known.add(customer);
    knownInvoices.add(invoice);
    totals.knownMills += mills;
    if (invoice.startsWith("A")) totals.badDebtWithCustomer += 1;
    if (!invoice.startsWith("C") && quantity > 0 && price > 0) totals.purchaseMills += mills;
  }
  return {
    ...totals,
    rows: rows.length,
    invoices: allInvoices.size,
    customers: known.size,
    knownInvoices: knownInvoices.size,
  };
}

interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly column: (name: string) => number;
}

/** A parser of its own for this one file: no line breaks inside cells, quotation marks doubled inside quoted ones. */
function tableOf(text: string): Table {
  const [heading = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map(cellsOf);
  return { rows, column: (name) => heading.indexOf(name) };
}

function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}
