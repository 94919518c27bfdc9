import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { allOf, type Element, readHtml } from "../charts/render-audit-reader.ts";
import { describeWithData } from "../support/real-data.ts";
import { runExample } from "./demo-process.ts";

const folder = mkdtempSync(join(tmpdir(), "clientele-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function reportIn(at: string, language: string): Element {
  return readHtml(readFileSync(join(at, `audit.${language}.html`), "utf8").replaceAll("\u00a0", " "));
}

function texts(root: Element, name: string): string[] {
  return allOf(root, name).map(({ text }) => text);
}

describe("the example of the report without data", { timeout: 60_000 }, () => {
  it("says so, and writes two reports of simulated customers where it is told to", async () => {
    const target = join(folder, "reports");
    const { code, stdout, stderr } = await runExample("audit-report.ts", [target, join(folder, "empty")]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("the customers are simulated");
    expect(readdirSync(target).sort()).toEqual(["audit.de.html", "audit.en.html"]);
    const english = reportIn(target, "en");
    expect(texts(english, "h1")).toEqual(["Customer base audit Q3 2025"]);
    expect(texts(reportIn(target, "de"), "h1")).toEqual(["Kundenbestandsanalyse Q3 2025"]);
    expect(allOf(english, "figure")).toHaveLength(8);
    expect(allOf(english, "svg")).toHaveLength(16);
  });

  it("asks for the folder", async () => {
    const { code, stderr } = await runExample("audit-report.ts");
    expect(code).toBe(1);
    expect(stderr).toContain("Say in which folder");
  });
});

// The figures were counted from the rows of the file in exact decimals, without this library.
describeWithData("the example of the report on real data", "online_retail/online_retail.csv.gz", (path) => {
  const target = join(folder, "retail");

  it("shows what was counted by other means", { timeout: 120_000 }, async () => {
    const data = fileURLToPath(new URL("..", path));
    const { code, stdout, stderr } = await runExample("audit-report.ts", [target, data]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Online Retail");
    const english = reportIn(target, "en");
    expect(texts(english, "p")[0]).toBe(
      "4,339 customers, revenue £8,300,066 in all, net of returns; as of 2011-12-09",
    );
    expect(texts(english, "li")).toContain(
      "The best tenth of customers (217 customers) brought 54.0% of revenue.",
    );
    const bridge = allOf(english, "table").find((table) =>
      texts(table, "caption")[0]?.startsWith("Revenue bridge"),
    );
    const rows = allOf(bridge as Element, "tr").map((row) => row.children.map(({ text }) => text));
    const steps = {
      new: ["656", 350_822.52],
      returned: ["294", 173_158.78],
      "more revenue": ["631", 497_812.54],
      "less revenue": ["576", -256_108.5],
      lost: ["780", -321_663.64],
      "credit notes only": ["33", -4_286.94],
    } as const;
    const shown = rows.slice(2, -1);
    expect(shown.map(([step, customers]) => [step, customers])).toEqual(
      Object.entries(steps).map(([step, [customers]]) => [step, customers]),
    );
    // Whole pounds: half a pound may go either way.
    for (const [at, [, change]] of Object.values(steps).entries()) {
      const pounds = Number(shown[at]?.[2]?.replaceAll(",", "").replace("−", "-"));
      expect(Math.abs(pounds - change)).toBeLessThan(0.500001);
    }
    expect([rows[1]?.[3], rows.at(-1)?.[3]]).toEqual(["1,682,312", "2,122,047"]);
    expect(texts(reportIn(target, "de"), "li")).toContain(
      "Gutschriften minderten den Umsatz (Q3 2011) um 3,5 %: −76.226 £.",
    );
  });
});
