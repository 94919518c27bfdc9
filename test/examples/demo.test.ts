import { CUSTOMER_CLASSES, de, en } from "clientele";
import { describe, expect, it } from "vitest";
import { type DemoRun, runDemo, runExample } from "./demo-process.ts";
import { ReportReader } from "./report-reader.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const runs = {
  en: runDemo(),
  de: runDemo("--lang", "de"),
  tokyo: runExample("demo.ts", [], { env: { TZ: "Asia/Tokyo", LANG: "ja_JP.UTF-8" } }),
  newfoundland: runExample("demo.ts", [], { env: { TZ: "America/St_Johns", LANG: "C" } }),
} satisfies Record<string, Promise<DemoRun>>;

describe("the demo without arguments", { timeout: 60_000 }, () => {
  it("ends well, without a word on standard error and without colours or progress", async () => {
    const { code, stdout, stderr } = await runs.en;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect([...stdout].filter((character) => character < " " && character !== "\n")).toEqual([]);
  });

  it("tells of the base, classes, models, value, best customers and skipped rows", async () => {
    expect(new ReportReader((await runs.en).stdout).headings).toEqual([
      "The customer base as of 2025-12-31",
      "Customers by class",
      "The models",
      "The next 12 months, as of 2025-12-31: what today's customers will bring",
      "The 20 most valuable customers",
      "Skipped rows",
    ]);
  });

  it("keeps to lines of 100 characters", async () => {
    const lines = `${(await runs.en).stdout}\n${(await runs.de).stdout}`.split("\n");
    expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
  });

  it("is the same under every time zone and locale of the machine", async () => {
    const { stdout } = await runs.en;
    expect((await runs.tokyo).stdout).toBe(stdout);
    expect((await runs.newfoundland).stdout).toBe(stdout);
  });
});

describe.each(["en", "de"] as const)("the figures in %s", { timeout: 60_000 }, (language) => {
  const locale = { en, de }[language];
  const words = {
    en: { base: "The customer base", classes: "Customers by class", best: "The 20", skipped: "Skipped rows" },
    de: { base: "Der Kundenstamm", classes: "Kunden nach Klassen", best: "Die 20", skipped: "Übersprungene" },
  }[language];
  const facts = {
    en: { rows: "rows", customers: "customers", revenue: "revenue" },
    de: { rows: "Zeilen", customers: "Kunden", revenue: "Umsatz" },
  }[language];
  const read = async (): Promise<ReportReader> => new ReportReader((await runs[language]).stdout, language);

  it("name every class, and customers and revenue add up to the base", async () => {
    const report = await read();
    const rows = report.rows(words.classes);
    expect(rows.map(([label]) => label)).toEqual(
      CUSTOMER_CLASSES.map((name) => locale.classification.classes[name]),
    );
    const column = (c: number): number[] => rows.map((row) => report.number(row[c]));
    const [customers] = report.cells(words.base, facts.customers);
    expect(sum(column(1))).toBe(report.number(customers));
    expect(sum(column(3))).toBeCloseTo(report.number(report.cells(words.base, facts.revenue)[0]), 2);
    const total = report.cells(words.classes, locale.terms.total);
    expect(report.number(total[0])).toBe(report.number(customers));
  });

  it("give shares of customers and of revenue that add up to 100 %", async () => {
    const report = await read();
    for (const c of [2, 4]) {
      const shares = report.rows(words.classes).map((row) => report.number(row[c]));
      // Each of the eight is rounded to a tenth.
      expect(Math.abs(sum(shares) - 100)).toBeLessThanOrEqual(0.4001);
    }
  });

  it("give each parameter inside its interval", async () => {
    const report = await read();
    const models = { en: "The models", de: "Die Modelle" }[language];
    for (const name of ["r", "alpha", "a", "b", "p", "q", "gamma"]) {
      const [estimate, error, lower, upper] = report.cells(models, name).map((cell) => report.number(cell));
      expect(error).toBeGreaterThan(0);
      expect(estimate).toBeGreaterThan(lower ?? Number.NaN);
      expect(estimate).toBeLessThan(upper ?? Number.NaN);
    }
  });

  it("rank twenty customers by lifetime value, all with class and P(alive)", async () => {
    const report = await read();
    const rows = report.rows(words.best);
    const labels = new Set(Object.values(locale.classification.classes));
    const values = rows.map((row) => report.number(row[5]));
    expect(rows).toHaveLength(20);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(rows.every(([, label]) => labels.has(label ?? ""))).toBe(true);
    expect(rows.every((row) => report.number(row[2]) > 0 && report.number(row[2]) <= 100)).toBe(true);
  });

  it("count the rows that were skipped, by reasons in the language", async () => {
    const report = await read();
    const rows = report.rows(words.skipped);
    const skipped = sum(rows.map((row) => report.number(row[1])));
    expect(report.cells(words.base, facts.rows)[0]).toContain(`${skipped}`);
    expect(report.number(report.cells(words.skipped, locale.terms.total)[0])).toBe(skipped);
    const labels = new Set(Object.values(locale.issues));
    expect(rows.map(([label]) => label).filter((label) => !labels.has(label ?? ""))).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(6);
  });
});

describe("German and English", { timeout: 60_000 }, () => {
  it("tell the same figures, each in its own writing", async () => {
    const english = new ReportReader((await runs.en).stdout, "en");
    const german = new ReportReader((await runs.de).stdout, "de");
    const figures = (report: ReportReader, heading: string): number[][] =>
      report.rows(heading).map((row) => row.slice(1).map((cell) => report.number(cell)));
    expect(figures(german, "Kunden nach")).toEqual(figures(english, "Customers by"));
    expect(figures(german, "Die 20")).toEqual(figures(english, "The 20"));
    expect((await runs.de).stdout).toMatch(/\d\.\d{3},\d{2}/);
  });
});

describe("help", { timeout: 60_000 }, () => {
  it.each([
    ["en", "--help", "Columns of the file"],
    ["de", "-h", "Spalten der Datei"],
  ])("is there in %s", async (language, flag, words) => {
    const { code, stdout, stderr } = await runDemo(flag, "--lang", language);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(words);
    expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });
});

describe("the five lines", { timeout: 60_000 }, () => {
  it("run", async () => {
    const { code, stdout } = await runExample("five-lines.ts");
    expect(code).toBe(0);
    expect(stdout).toContain("lifetimeValue");
    expect(stdout.split("\n").filter((line) => /│ \d+ /.test(line))).toHaveLength(20);
  });
});
