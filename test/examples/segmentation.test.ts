import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import reference from "../reference/segmentation.json" with { type: "json" };
import { describeWithData } from "../support/real-data.ts";
import { runExample } from "./demo-process.ts";

const empty = mkdtempSync(join(tmpdir(), "clientele-segmentation-"));
afterAll(() => rmSync(empty, { recursive: true }));

const CUTS = ["ABC", "Key accounts", "Heavy, medium and light users", "RFM", "Clusters"];

/** The cells after the name in the last line that begins with it. */
function cellsOf(text: string, name: string): string[] {
  const line = text.split("\n").findLast((each) => each.startsWith(`${name} `)) ?? "";
  return line.slice(name.length).trim().split(/ {2,}/);
}

/** Every cut, set against the log, misses nobody and no cent. */
function expectReconciled(text: string, customers: string, revenue: string): void {
  for (const cut of CUTS)
    expect([cut, ...cellsOf(text, cut)]).toEqual([cut, customers, revenue, "0", "0.00"]);
}

describe("the example of segmentation without data", { timeout: 60_000 }, () => {
  it("says so, and cuts simulated customers in every way", async () => {
    const { code, stdout, stderr } = await runExample("segmentation.ts", [empty]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("the customers are simulated");
    const [customers, revenue = ""] = cellsOf(stdout, "log");
    expect(customers).toBe("400");
    expectReconciled(stdout, "400", revenue);
    expect(stdout).not.toMatch(/NaN|undefined|null/);
  });
});

describeWithData("the example of segmentation on real data", "online_retail/online_retail.csv.gz", (path) => {
  const folder = fileURLToPath(new URL("..", path));

  it("prints what was counted by other means", { timeout: 120_000 }, async () => {
    const { code, stdout, stderr } = await runExample("segmentation.ts", [folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [northwind = "", retail = ""] = stdout.split("Online Retail, a wholesaler of gifts");
    expectReconciled(northwind, "89", "1,265,793.04");
    expect(cellsOf(retail, "log")).toEqual(["4,372", "8,300,065.81"]);
    // 33 customers only returned something; they come to −10,411.24.
    expectReconciled(retail, "4,339", "8,310,477.05");
    for (const [text, { heavyMediumLight }] of [
      [northwind, reference.northwind],
      [retail, reference.online_retail],
    ] as const) {
      for (const { tier, customers, value } of heavyMediumLight.slice(0, 3)) {
        const part = text.slice(text.indexOf("Heavy, medium"), text.indexOf("RFM\n"));
        const [size, revenue] = cellsOf(part, String(tier)).map((cell) => Number(cell.replaceAll(",", "")));
        expect(size).toBe(customers);
        expect(Math.abs((revenue ?? 0) - value)).toBeLessThan(0.00501);
      }
    }
    const none = reference.online_retail.heavyMediumLight[3];
    expect(retail).toMatch(new RegExp(`^none +${(none?.customers ?? 0) - 33} `, "m"));
  });
});
