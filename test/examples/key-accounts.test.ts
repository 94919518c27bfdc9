import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import reference from "../reference/key-accounts.json" with { type: "json" };
import { describeWithData } from "../support/real-data.ts";
import { runExample } from "./demo-process.ts";

const empty = mkdtempSync(join(tmpdir(), "clientele-key-accounts-"));
afterAll(() => rmSync(empty, { recursive: true }));

/** The cells of the first line that begins with a word. */
function cellsOf(text: string, first: string): string[] {
  const line = text.split("\n").find((each) => each.startsWith(`${first} `)) ?? "";
  return line.trim().split(/\s+/);
}

describe("the example of key accounts without data", { timeout: 60_000 }, () => {
  it("says so and looks at simulated customers", async () => {
    const { code, stdout, stderr } = await runExample("key-accounts.ts", [empty]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("the customers are simulated");
    expect(stdout).toContain("of 400 customers");
    const fields = ["star", "question-mark", "cash", "marginal"].map((field) => cellsOf(stdout, field));
    expect(fields.reduce((sum, cells) => sum + Number(cells[1]), 0)).toBe(400);
    expect(stdout).not.toContain("NaN");
    expect(stdout).not.toContain("undefined");
  });
});

describeWithData("the example of key accounts on real data", "northwind/order-details.csv", (path) => {
  const folder = fileURLToPath(new URL("..", path));

  it("prints what was counted by other means", { timeout: 120_000 }, async () => {
    const { code, stdout, stderr } = await runExample("key-accounts.ts", [folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { northwind } = reference;
    expect(stdout).toContain("revenue 1,265,793.04 of 89 customers");
    expect(stdout).toContain("13 customers, 51.1 %");
    for (const [at, [id, value]] of northwind.largest.entries()) {
      const cells = cellsOf(stdout, String(at + 1));
      expect(cells[1]).toBe(id);
      expect(Math.abs(Number(cells[2]?.replaceAll(",", "")) - Number(value))).toBeLessThanOrEqual(0.00501);
    }
    expect(stdout).toContain("12 before − 7 lost + 6 new = 11 now");
    expect(stdout).toContain(`HHI ${northwind.hhi.toFixed(4)} (low)`);
  });
});
