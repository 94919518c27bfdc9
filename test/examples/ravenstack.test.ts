import { expect, it } from "vitest";
import { describeWithData } from "../support/real-data.ts";
import { runExample } from "./demo-process.ts";

const PATIENCE = 60_000;

/** The numbers of a line of a printed table, found by a word in it. */
function numbersIn(text: string, word: string): number[] {
  const line = text.split("\n").find((candidate) => candidate.includes(`'${word}'`)) ?? "";
  const cells = line.split("│").map((cell) => cell.trim());
  return cells.filter((cell) => /^-?[\d.]+$/.test(cell)).map(Number);
}

it("the example of recurring revenue invents subscriptions if the file is not there", {
  timeout: PATIENCE,
}, async () => {
  const { code, stdout, stderr } = await runExample("ravenstack.ts", ["no-such-file.csv"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("no-such-file.csv is not there: these are invented subscriptions.");
  expect(stdout).toContain("9 subscriptions of 6 customers, 2023-10-01 to 2024-12-31.");
  // Place in the table, start, new, expansion, contraction, churn, reactivation, end, customers, free.
  expect(numbersIn(stdout, "2024-06")).toEqual([5, 1097.8, 0, 50, 0, 0, 0, 1147.8, 4, 0]);
  expect(numbersIn(stdout, "2024-09")).toEqual([8, 1147.8, 0, 0, 0, 0, 49.9, 1197.7, 5, 0]);
  expect(stdout).toContain(
    "Of the 3 customers of 2023, 2 still pay: net revenue retention 23.1 %, gross 15.4 %.",
  );
});

describeWithData("the example of recurring revenue", "ravenstack/ravenstack_subscriptions.csv", () => {
  it("tells of RavenStack", { timeout: PATIENCE }, async () => {
    const { code, stdout, stderr } = await runExample("ravenstack.ts");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("5000 subscriptions of 500 customers, 2023-01-09 to 2024-12-31.");
    expect(numbersIn(stdout, "2024-12")).toEqual([
      11, 8460824, 496667, 1365101, 162984, 0, 0, 10159608, 500, 0,
    ]);
    expect(stdout).toContain(
      "Of the 185 customers of 2023, 185 still pay: net revenue retention 292.3 %, gross 99.6 %.",
    );
  });
});
