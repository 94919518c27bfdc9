import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import reference from "../reference/maven-hit-rates.json" with { type: "json" };
import { describeWithData } from "../support/real-data.ts";
import { runExample } from "./demo-process.ts";

const empty = mkdtempSync(join(tmpdir(), "clientele-hit-rate-"));
afterAll(() => rmSync(empty, { recursive: true }));

/** The cells of the line of a printed table in which a word stands. */
function cellsOf(text: string, word: string): string[] {
  const line = text.split("\n").find((each) => each.includes(`'${word}'`)) ?? "";
  return line.split("│").map((cell) => cell.trim().replaceAll("'", ""));
}

describe("the example of hit rates without data", { timeout: 60_000 }, () => {
  it("says so and looks at invented offers", async () => {
    const { code, stdout, stderr } = await runExample("hit-rate.ts", [empty]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("these are invented offers");
    expect(stdout).toContain("1200 offers");
    expect(stdout).toContain("By seller");
    expect(stdout).not.toMatch(/NaN|undefined|null/);
  });
});

describeWithData("the example of hit rates", "crm_maven/sales_pipeline.csv", (path) => {
  it("tells of the CRM what was counted by other means", { timeout: 120_000 }, async () => {
    const { code, stdout, stderr } = await runExample("hit-rate.ts", [dirname(fileURLToPath(path))]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("8800 offers to 85 customers, 2016-10-20 to 2017-12-31.");
    expect(stdout).toContain("of submitted: 4238 of 8300, 51.1 %");
    expect(stdout).toContain("of decided: 4238 of 6711, 63.2 %");
    expect(stdout).toContain("Ordered 10005534 of 10023482 offered");
    for (const [agent, { won, lost }] of Object.entries(reference.agent.groups)) {
      expect(cellsOf(stdout, agent).slice(3, 5).map(Number)).toEqual([won, won + lost]);
    }
    expect(cellsOf(stdout, "decided").slice(3, 6)).toEqual(["69", "67 – 70", "45"]);
    expect(stdout).toContain("Of 1589 open offers");
  });
});
