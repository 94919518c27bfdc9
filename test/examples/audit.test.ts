import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { describeWithData } from "../support/real-data.ts";
import { runExample } from "./demo-process.ts";

const folder = mkdtempSync(join(tmpdir(), "clientele-audit-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The cells after the name in the first line that begins with it. */
function cellsOf(text: string, name: string): string[] {
  const line = text.split("\n").find((each) => each.startsWith(`${name} `)) ?? "";
  return line.slice(name.length).trim().split(/ {2,}/);
}

/** What was written of one language, with spaces that break. */
function findingsIn(at: string, language: string): string {
  return readFileSync(join(at, `findings.${language}.txt`), "utf8").replaceAll("\u00a0", " ");
}

/** Every total of the table at the end is that of the log. */
function expectReconciled(text: string): void {
  const rows = text.slice(text.indexOf("Set against the log")).split("\n\n")[0]?.split("\n").slice(2) ?? [];
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row).toMatch(/ 0\.00$/);
}

describe("the example of the audit without data", { timeout: 60_000 }, () => {
  it("says so, audits simulated customers, and writes the findings where it is told to", async () => {
    const target = join(folder, "findings");
    const { code, stdout, stderr } = await runExample("audit.ts", [target, join(folder, "empty")]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("the customers are simulated");
    expectReconciled(stdout);
    expect(stdout).not.toMatch(/NaN|undefined|null/);
    expect(readdirSync(target).sort()).toEqual(["findings.de.txt", "findings.en.txt"]);
    for (const [language, title] of [
      ["en", "How customers differ"],
      ["de", "Wie sich die Kunden unterscheiden"],
    ] as const) {
      expect(findingsIn(target, language).split("\n")[0]).toBe(title);
      expect(stdout).toContain(readFileSync(join(target, `findings.${language}.txt`), "utf8").trim());
    }
  });
});

// The figures were counted from the rows of the file in exact decimals, without this library.
describeWithData("the example of the audit on real data", "online_retail/online_retail.csv.gz", (path) => {
  const target = join(folder, "retail");

  it("prints what was counted by other means", { timeout: 120_000 }, async () => {
    const data = fileURLToPath(new URL("..", path));
    const { code, stdout, stderr } = await runExample("audit.ts", [target, data]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("as of 2011-12-09: 4,339 customers who bought, revenue 8,300,065.81");
    expectReconciled(stdout);
    const bridge = {
      "2011-Q2": ["1,991", "1,682,312.09"],
      lost: ["780", "-321,663.64"],
      down: ["576", "-256,108.50"],
      new: ["656", "350,822.52"],
      returned: ["294", "173,158.78"],
      up: ["631", "497,812.54"],
      level: ["4", "0.00"],
      inactive: ["33", "-4,286.94"],
      "2011-Q3": ["2,161", "2,122,046.85"],
    };
    for (const [step, cells] of Object.entries(bridge))
      expect([step, ...cellsOf(stdout, step)]).toEqual([step, ...cells]);

    const english = findingsIn(target, "en").split("\n");
    for (const sentence of [
      "Q3 2011: 2,161 customers placed 4,368 orders worth £2,130,104 net of returns, £985.70 per customer.",
      "The best tenth of customers (217 customers) brought 54.0% of revenue.",
      "The best 20% of customers (433 customers) brought 67.0% of revenue, counting values below 0 as 0.",
      "1,256 of 2,161 customers (58.1%) ordered only once in the period and brought £525,784.",
      "For 10 customers (0.5%) credit notes exceeded purchases: revenue −£3,190.",
      "Revenue rose from £1,682,312 (Q2 2011) to £2,122,047 (Q3 2011): +£439,735 (+26.1%).",
      "Largest gains: “17450” (+£68,239, more revenue), “14156” (+£31,626, more revenue), “12931” (+£19,164, more revenue).",
      "Repeat purchases made up 86.6% of revenue before credit notes (Q3 2011): 3,690 orders worth £1,903,328, against 678 first orders worth £294,946.",
    ]) {
      expect(english).toContain(sentence);
    }
    const german = findingsIn(target, "de").split("\n");
    for (const sentence of [
      "Größte Rückgänge: „12590“ (−9.861 £, verloren), „12415“ (−8.424 £, weniger Umsatz), „15311“ (−6.381 £, weniger Umsatz).",
      "Nach 2 Quartalen (Q3 2011) kauften 621 von 1.249 Kunden: 49,7 % (95-%-Intervall 47,0 % bis 52,5 %).",
      "Umsatz der Kohorte einschließlich Q3 2011: 1.672.201 £, das sind 1.339 £ je gewonnenem Kunden, ob noch aktiv oder nicht.",
      "Gutschriften minderten den Umsatz (Q3 2011) um 3,5 %: −76.226 £.",
      "Alle Summen stimmen auf den Cent mit den Daten überein (geprüfte Summen: 14).",
    ]) {
      expect(german).toContain(sentence);
    }
  });
});
