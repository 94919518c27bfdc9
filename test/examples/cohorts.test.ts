import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import reference from "../reference/cohorts-real-data.json" with { type: "json" };
import { describeWithData } from "../support/real-data.ts";
import { runExample } from "./demo-process.ts";

const empty = mkdtempSync(join(tmpdir(), "clientele-cohorts-"));
afterAll(() => rmSync(empty, { recursive: true }));

/** The cells of the line that begins with a word. */
function cellsOf(text: string, first: string): string[] {
  const line = text.split("\n").find((each) => each.trim().startsWith(`${first} `)) ?? "";
  return line.trim().split(/\s+/);
}

describe("the example of cohorts without data", { timeout: 60_000 }, () => {
  it("says so and follows simulated customers", async () => {
    const { code, stdout, stderr } = await runExample("cohorts.ts", [empty]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("the customers are simulated");
    expect(stdout).toContain("3,000 customers in 12 cohorts");
    expect(cellsOf(stdout, "2024-01")).toHaveLength(2 + 18);
    expect(cellsOf(stdout, "0").slice(1, 4)).toEqual(["100.0", "100.0", "100.0"]);
    expect(stdout).not.toContain("NaN");
  });
});

describeWithData("the example of cohorts on real data", "cdnow/cdnow_master.csv", (path) => {
  const folder = fileURLToPath(new URL("..", path));

  it("prints what was counted by other means", { timeout: 120_000 }, async () => {
    const { code, stdout, stderr } = await runExample("cohorts.ts", [folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("23,570 customers in 3 cohorts");
    for (const base of [reference.cdnow, reference.online_retail]) {
      const [cohort, { bounded }] = Object.entries(base.calendar)[0] ?? ["", { bounded: [] }];
      const [size = 0] = bounded;
      const cells = cellsOf(stdout, cohort).slice(2);
      expect(cells.map((cell) => cell.replace("*", ""))).toEqual(
        bounded.map((value) => ((100 * value) / size).toFixed(1)),
      );
    }
    expect(cellsOf(stdout, "2010-12").at(-1)).toContain("*");
  });
});
