import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { describeWithData } from "../support/real-data.ts";
import { runExample } from "./demo-process.ts";

const PATIENCE = 120_000;

it("the example of churn signals runs on a simulated shop", { timeout: PATIENCE }, async () => {
  const { code, stdout, stderr } = await runExample("churn-signals.ts");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/Of 2000 customers known on 2024-01-01, \d+ did not buy until 2024-12-31/);
  expect(stdout).toMatch(/'noPurchaseProbability \(pareto-nbd\)' +│ 0\.7\d+ /);
  expect(stdout).toMatch(/'Basic' +│ 1333 /);
});

describeWithData("the example of churn signals", "cdnow/cdnow_sample.csv", (path) => {
  const subscriptions = fileURLToPath(new URL("../ravenstack/ravenstack_subscriptions.csv", path));

  it.skipIf(!existsSync(subscriptions))("runs on CDNOW and RavenStack", { timeout: PATIENCE }, async () => {
    const { code, stdout, stderr } = await runExample("churn-signals.ts", [
      fileURLToPath(path),
      subscriptions,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Of 2357 customers known on 1997-09-30, 1673 did not buy until 1998-06-30.");
    // Ranked by the independent computation: silence 0.771, 1 - P(alive) under MBG/NBD 0.687.
    expect(stdout).toMatch(/'silenceDays' +│ 0\.771 /);
    expect(stdout).toMatch(/'churnProbability \(mbg-nbd\)' +│ 0\.687 /);
    expect(stdout).toMatch(/'Enterprise' +│ 17\d\d /);
  });
});
