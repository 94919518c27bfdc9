import { expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitMbgCnbdK } from "../../src/models/fit-cnbd-k.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { readText } from "../support/project.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";

type Field = "sample_id" | "date" | "dollars";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describeWithData("docs/which-model.md", "cdnow/cdnow_sample.csv", (path) => {
  const log = transactionLog(csvRows<Field>(path), {
    customer: (row) => Number(row.sample_id),
    date: "date",
    amount: (row) => Number(row.dollars),
  });
  const seen = summarizeCustomers(log, { unit: "week", asOf: "1997-09-30", intervals: true });
  const inTheEnd = summarizeCustomers(log, { unit: "week", asOf: "1998-06-30" });
  const frequencies = new Map(inTheEnd.rows.map(({ customerId, frequency }) => [customerId, frequency]));
  const later = seen.rows.map(({ customerId, frequency }) => (frequencies.get(customerId) ?? 0) - frequency);
  const models = [fitBgNbd(seen), fitMbgNbd(seen), fitParetoNbd(seen)];
  const expected = models.map((model) =>
    seen.rows.map((row) => expectedPurchases(model, row, { weeks: 39 })),
  );
  const once = (values: readonly number[]): number =>
    sum(values.filter((_, i) => seen.rows[i]?.frequency === 0));
  const alive = (frequency: number, recency: number): string[] =>
    models.map((model) => probabilityAlive(model, { frequency, recency, T: 38.86 }).toFixed(3));
  const twice = { frequency: 2, recency: 30.43, T: 38.86 };

  const page = readText("docs/which-model.md");

  it.each([
    ["log-likelihood", models.map(({ logLikelihood }) => logLikelihood.toFixed(2).replace("-", "−")), ""],
    ["purchases in the 39 weeks to come", expected.map((values) => sum(values).toFixed(0)), sum(later)],
    ["of these, by one-time buyers", expected.map((values) => once(values).toFixed(0)), once(later)],
    [
      "mean absolute error per customer",
      expected.map((values) =>
        (sum(values.map((value, i) => Math.abs(value - (later[i] ?? 0)))) / values.length).toFixed(3),
      ),
      "",
    ],
    [
      "customers still alive (sum of P(alive))",
      models.map((model) => sum(seen.rows.map((row) => probabilityAlive(model, row))).toFixed(0)),
      "",
    ],
    ["P(alive) of a one-time buyer after 38.86 weeks", alive(0, 0), ""],
    ["P(alive) with 2 repeat purchases, the last 8.43 weeks ago", alive(2, 30.43), ""],
    [
      "his purchases in the 39 weeks to come",
      models.map((model) => expectedPurchases(model, twice, { weeks: 39 }).toFixed(2)),
      "",
    ],
  ])("has the figures of: %s", (name, figures, really) => {
    expect(page).toContain(`| ${[name, ...figures].join(" | ")} | ${really === "" ? "" : `${really} `}|`);
  });

  it("says rightly that CNBD-k finds no rhythm", () => {
    expect(fitMbgCnbdK(seen).parameters.k).toBe(1);
    expect(page).toContain("CNBD-k chooses `k` = 1 here");
  });
});
