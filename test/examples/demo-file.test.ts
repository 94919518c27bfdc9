import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { callDemo, runDemo, runExample } from "./demo-process.ts";
import { ReportReader } from "./report-reader.ts";

const folder = mkdtempSync(join(tmpdir(), "clientele-demo-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const german = `Belegnr;Kundennr;Datum;Bemerkung;Netto
R1;Müller & Söhne;02.01.2025;"mit ; darin";1.234,56
R1;Müller & Söhne;02.01.2025;;0,44
R2;Müller & Söhne;15.03.2025;;65,00
R3;4711;31.01.2025;;-5,00
R4;4711;1.2.2025;"5"" Rohr";20,00
R5;;01.02.2025;ohne Kunde;1,00
R6;4711;30.02.2025;kein Tag;1,00
R7;4711;03.02.2025;kein Betrag;zwölf
R8;4711;04.02.2025;zu viel;12;50
`;
const germanOptions = "--customer Kundennr --date Datum --amount Netto --order Belegnr --decimal ,".split(
  " ",
);
const germanFile = [...germanOptions, "--delimiter", ";", "--date-format", "dmy"];

const orders = `customerId,date,amount
A,2025-01-10,20
A,2025-03-01T23:30:00Z,30
B,2025-02-01,10.5
B,2025-06-30,10
`;

describe("the demo on a file", { timeout: 60_000 }, () => {
  it("reads semicolons, decimal commas, German dates and line items", async () => {
    const path = file("auftraege.csv", german);
    const { code, stdout, stderr } = await callDemo(path, ...germanFile, "--lang", "de");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const report = new ReportReader(stdout, "de");
    const base = "Der Kundenstamm am 15.03.2025";
    expect(report.cells(base, "Zeilen")).toEqual(["9, davon 4 übersprungen"]);
    expect(report.cells(base, "Vorgänge")).toEqual(["4: Käufe 3, Gutschriften 1 (Betrag −5,00)"]);
    expect(report.cells(base, "Umsatz")).toEqual(["1.315,00 nach Abzug der Gutschriften"]);
    expect(report.rows("Übersprungene Zeilen").map((row) => row.slice(0, 2))).toEqual([
      ["Datum, das es nicht gibt", "1"],
      ["keine Datenzeile", "1"],
      ["Kundennummer fehlt", "1"],
      ["Betrag ist Text", "1"],
    ]);
  });

  it("says so in words if the models cannot be fitted, and still shows the classes", async () => {
    const path = file("once.csv", "customerId,date,amount\nA,2025-01-01,5\nB,2025-01-02,7\n");
    const { code, stdout } = await callDemo(path);
    expect(code).toBe(0);
    expect(stdout).toContain("Not fitted: nobody bought again on a later day");
    expect(stdout).toContain("No values: a model is missing");
    const report = new ReportReader(stdout);
    expect(report.cells("Customers by class", "new customer")[0]).toBe("2");
    expect(report.rows("The 2 customers with the highest revenue").map(([id]) => id)).toEqual(["B", "A"]);
  });

  it("reads gzipped files and standard input to the same end", async () => {
    const plain = await runDemo(file("orders.csv", orders));
    const gzipped = await callDemo(file("orders.csv.gz", gzipSync(orders)));
    const piped = await runExample("demo.ts", ["-"], { input: orders });
    const withoutSource = (text: string): string => text.replace(/source .*/, "");
    expect(plain.code).toBe(0);
    expect(withoutSource(gzipped.stdout)).toBe(withoutSource(plain.stdout));
    expect(withoutSource(piped.stdout)).toBe(withoutSource(plain.stdout));
  });

  it("multiplies quantity and price", async () => {
    const path = file(
      "lines.csv",
      "\ufeffcustomerId,date,n,p\nA,2025-01-01,3,2.5\nA,2025-02-01,-1,2.5\nA,2025-02-02,x,1\n",
    );
    const { stdout } = await callDemo(path, "--quantity", "n", "--price", "p");
    const report = new ReportReader(stdout);
    expect(report.cells("The customer base", "revenue")).toEqual(["5.00 net of returns"]);
    expect(report.rows("Skipped rows")).toEqual([["amount is text", "1", "33.3%"]]);
  });

  it("judges as of a day, in a time zone, with limits and horizon as asked", async () => {
    const path = file("zones.csv", orders);
    const options =
      "--as-of 2025-03-02 --time-zone Asia/Tokyo --horizon-months 6 --unit day --active-months 3";
    const { stdout } = await callDemo(path, ...options.split(" "), "--new-months=1", "--lost-months=24");
    const report = new ReportReader(stdout);
    expect(report.cells("The customer base as of 2025-03-02", "period")).toEqual([
      "2025-01-10 to 2025-03-02",
    ]);
    expect(report.cells("The customer base", "transactions")[0]).toContain(
      "3, all of them purchases; 1 later",
    );
    expect(report.lines("The next 6 months, as of 2025-03-02").length).toBeGreaterThan(0);
    // 23:30 in UTC is the next day in Tokyo; a day earlier it has not happened yet.
    const before = await callDemo(path, "--as-of", "2025-03-01", "--time-zone", "Asia/Tokyo");
    expect(new ReportReader(before.stdout).cells("The customer base", "transactions")[0]).toContain(
      "2 later",
    );
  });

  it("prints ids with control characters without them", async () => {
    const { stdout } = await callDemo(
      file("ids.csv", "customerId,date,amount\n\u001b[31mred,2025-01-01,5\n"),
    );
    expect(stdout).toContain("�[31mred");
    expect(stdout).not.toContain("\u001b");
  });

  it("tells of returns that took back most of what was bought", async () => {
    const rows = ["A", "B", "C", "D"].flatMap((id, i) =>
      ["2025-01-01", "2025-02-01", "2025-03-01"].map((date, j) => `${id},${date},${(i + 2) * (j + 3)}`),
    );
    const path = file("back.csv", ["customerId,date,amount", ...rows, "D,2025-03-02,-50", ""].join("\n"));
    const { stdout } = await callDemo(path);
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "Customer D: purchases of 60.00, of which 50.00 were returned.",
    );
  });
});
