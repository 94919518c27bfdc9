import { expect, it } from "vitest";
import { describeWithData } from "../support/real-data.ts";
import { runExample } from "./demo-process.ts";

const PATIENCE = 60_000;

/** The number in the line of a printed table that holds a word. */
function numberBeside(text: string, word: string): number {
  const line = text.split("\n").find((candidate) => candidate.includes(`'${word}'`)) ?? "";
  const cells = line.split("│").map((cell) => cell.trim());
  return Number(cells[cells.indexOf(`'${word}'`) + 1]);
}

it("the example of activation simulates customers if the file is not there", {
  timeout: PATIENCE,
}, async () => {
  const { code, stdout, stderr } = await runExample("activation.ts", ["no-such-file.csv"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("no-such-file.csv is not there: these are simulated customers.");
  expect(stdout).toContain("Of 800 customers");
  expect(stdout).not.toContain("NaN");
  expect(stdout).not.toContain("undefined");
  const cost = Number(/contacts for ([\d.]+),/.exec(stdout)?.[1]);
  expect(cost).toBeGreaterThan(0);
  expect(cost).toBeLessThanOrEqual(500);
});

describeWithData("the example of activation", "online_retail/online_retail_invoices.csv", () => {
  it("tells of Online Retail what was counted by other means", { timeout: PATIENCE }, async () => {
    const { code, stdout, stderr } = await runExample("activation.ts");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    // As in the test of the real data: 544 + 234 + 775 candidates.
    expect(numberBeside(stdout, "one-and-done")).toBe(544);
    expect(numberBeside(stdout, "lapsed")).toBe(234);
    expect(numberBeside(stdout, "declining")).toBe(775);
    expect(stdout).toContain("1553 are worth a thought on 2011-12-09");
    expect(stdout).toContain("  16029: 27508.46 (personal-contact).");
    // Every third of 1553 has not consented.
    expect(numberBeside(stdout, "no-consent")).toBe(518);
  });
});
