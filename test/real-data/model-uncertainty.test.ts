import { expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { compareModels } from "../../src/models/compare-models.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { predictionIntervals } from "../../src/models/prediction-intervals.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { readText } from "../support/project.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";

type Field = "sample_id" | "customer_id" | "date" | "dollars";

const page = readText("docs/model-uncertainty.md");

describeWithData("docs/model-uncertainty.md, CDNOW sample", "cdnow/cdnow_sample.csv", (path) => {
  const log = transactionLog(csvRows<Field>(path), {
    customer: "sample_id",
    date: "date",
    amount: (row) => Number(row.dollars),
  });
  const seen = summarizeCustomers(log, { unit: "week", asOf: "1997-09-30" });

  it("tells by how much the models differ in AIC", () => {
    const { rows } = compareModels(seen);
    const behind = new Map(rows.map(({ kind, deltaAic }) => [kind, deltaAic.toFixed(1)]));
    expect(rows[0]?.kind).toBe("mbg-nbd");
    expect(page).toContain(`MBG/NBD leads BG/NBD by ${behind.get("bg-nbd")}`);
    expect(page).toContain(`Pareto/NBD is ${behind.get("pareto-nbd")} behind`);
  });
});

describeWithData("docs/model-uncertainty.md, CDNOW master", "cdnow/cdnow_master.csv", (path) => {
  const log = transactionLog(csvRows<Field>(path), {
    customer: "customer_id",
    date: "date",
    amount: (row) => Number(row.dollars),
  });
  const seen = summarizeCustomers(log, { unit: "week", asOf: "1997-09-30" });

  it("tells where the intervals of the expectation end, far below what came", () => {
    const ends = [fitBgNbd(seen), fitMbgNbd(seen), fitParetoNbd(seen)].map((model) => {
      const { upper } = predictionIntervals(model, seen, { horizon: { weeks: 39 } }).total;
      expect(upper).toBeLessThan(19_684);
      return Math.round(upper).toLocaleString("en-US");
    });
    expect(page).toContain(`end at ${ends[0]}, ${ends[1]} and ${ends[2]}`);
  });
});
