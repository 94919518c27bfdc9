import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { classifyCustomers } from "../../src/classification/classify-customers.ts";
import { predictCustomers } from "../../src/clv/predict-customers.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitGammaGamma } from "../../src/models/fit-gamma-gamma.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import reference from "../reference/cdnow-summaries.json" with { type: "json" };
import maxima from "../reference/maxima.json" with { type: "json" };
import { expectMaximum } from "../support/expect-maximum.ts";
import { inHundredths } from "../support/in-hundredths.ts";
import { revenueOf } from "../support/log-contents.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

type Field = "sample_id" | "customer_id" | "date" | "dollars";
const files = { cdnow_sample: "cdnow/cdnow_sample.csv", cdnow_master: "cdnow/cdnow_master.csv" } as const;
const ids = { cdnow_sample: "sample_id", cdnow_master: "customer_id" } as const;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

for (const name of ["cdnow_sample", "cdnow_master"] as const) {
  describeWithData(name, files[name], (path) => {
    const read = () =>
      transactionLog(csvRows<Field>(path), {
        customer: (row) => Number(row[ids[name]]),
        date: "date",
        amount: (row) => Number(row.dollars),
      });

    it.each(reference.summaries.filter(({ log }) => log === name))(
      "has the summaries of $name",
      ({ options, checks }) => {
        const perWeek = options.freq_multiplier === 7;
        const asOf = options.observation_period_end;
        const { rows } = summarizeCustomers(read(), {
          unit: perWeek ? "week" : "day",
          ...(asOf === undefined ? {} : { asOf }),
        });
        const of = (value: (row: (typeof rows)[number]) => number): number => sum(rows.map(value));
        expect(rows).toHaveLength(checks.customers);
        expect(of(({ frequency }) => frequency)).toBe(checks.sum_frequency);
        expect(of(({ frequency }) => frequency ** 2)).toBe(checks.sum_frequency_sq);
        expect(
          relativeError(
            of(({ recency }) => recency),
            checks.sum_recency,
          ),
        ).toBeLessThan(1e-12);
        expect(
          relativeError(
            of(({ recency }) => recency ** 2),
            checks.sum_recency_sq,
          ),
        ).toBeLessThan(1e-12);
        expect(
          relativeError(
            of(({ T }) => T),
            checks.sum_T,
          ),
        ).toBeLessThan(1e-12);
        expect(
          relativeError(
            of(({ T }) => T ** 2),
            checks.sum_T_sq,
          ),
        ).toBeLessThan(1e-12);
        expect(rows.filter(({ frequency }) => frequency === 0)).toHaveLength(checks.customers_frequency_0);
        expect(Math.max(...rows.map(({ frequency }) => frequency))).toBe(checks.max_frequency);
        expect(
          relativeError(
            of(({ monetaryValue }) => monetaryValue),
            checks.sum_monetary_value,
          ),
        ).toBeLessThan(1e-12);
        const repeatMoney = of(({ frequency, monetaryValue }) => frequency * monetaryValue);
        expect(relativeError(repeatMoney, checks.sum_frequency_times_monetary)).toBeLessThan(1e-12);
      },
    );

    it.each(maxima.fits.filter(({ dataset }) => dataset === `${name}_D7_cal`))(
      "has the true maximum of $model",
      (fit) => {
        expectMaximum(summarizeCustomers(read(), { asOf: "1997-09-30", unit: "week" }), fit);
      },
    );
  });
}

describeWithData("CDNOW as the papers round it", "cdnow/cdnow_sample.csv", (path) => {
  const log = transactionLog(csvRows<"sample_id" | "date" | "dollars">(path), {
    customer: "sample_id",
    date: "date",
    amount: (row) => Number(row.dollars),
  });
  const rows = summarizeCustomers(log, { unit: "week", asOf: "1997-09-30" }).rows.map(inHundredths);

  it.each(maxima.fits.filter(({ dataset }) => dataset === "cdnow_summary_csv"))(
    "has the true maximum of $model",
    (fit) => expectMaximum({ unit: "week", rows }, fit),
  );
});

describeWithData("the published figures of the CDNOW sample", files.cdnow_sample, (path) => {
  const log = transactionLog(csvRows<Field>(path), {
    customer: "sample_id",
    date: "date",
    amount: (row) => Number(row.dollars),
  });
  const customers = summarizeCustomers(log, { asOf: "1997-09-30", unit: "week" });

  it("MBG/NBD: r .525, α 6.183, a .891, b 1.614 (Wagner & Hoppe 2008)", () => {
    const { r, alpha, a, b } = fitMbgNbd(customers).parameters;
    expect([r, alpha, a, b].map((value) => value.toFixed(3))).toEqual(["0.525", "6.183", "0.891", "1.614"]);
  });

  it("Pareto/NBD: r .553, α 10.58, s .606, β 11.67, LL −9594.98 (Fader, Hardie & Lee 2005)", () => {
    const model = fitParetoNbd(customers);
    const { r, alpha, s, beta } = model.parameters;
    expect([r.toFixed(3), alpha.toFixed(2), s.toFixed(3), beta.toFixed(2)]).toEqual([
      "0.553",
      "10.58",
      "0.606",
      "11.67",
    ]);
    expect(model.logLikelihood.toFixed(2)).toBe("-9594.98");
  });

  it("BG/NBD: r .243, α 4.414, a .793, b 2.426, LL −9582.43 (Fader, Hardie & Lee 2005)", () => {
    const model = fitBgNbd(customers);
    const { r, alpha, a, b } = model.parameters;
    expect([r, alpha, a, b].map((value) => value.toFixed(3))).toEqual(["0.243", "4.414", "0.793", "2.426"]);
    expect(model.logLikelihood.toFixed(2)).toBe("-9582.43");
    const expected = expectedPurchases(model, { frequency: 2, recency: 30.43, T: 38.86 }, { weeks: 39 });
    expect(expected.toFixed(3)).toBe("1.226");
  });

  it("Gamma-Gamma on the 946 repeat customers: p 6.25, q 3.74, γ 15.44 (Fader & Hardie, note 025)", () => {
    const model = fitGammaGamma(customers);
    const { p, q, gamma } = model.parameters;
    expect(model.customers).toBe(946);
    expect([p, q, gamma].map((value) => value.toFixed(2))).toEqual(["6.25", "3.74", "15.44"]);
  });
});

describeWithData("the whole CDNOW log", files.cdnow_master, (path) => {
  const rows = csvRows<Field>(path);
  const log = transactionLog(rows, {
    customer: "customer_id",
    date: "date",
    amount: (row) => Number(row.dollars),
  });

  it("reads 69,659 rows of 23,570 customers, $2,500,315.63", () => {
    expect(log).toMatchObject({ rows: 69_659, from: "1997-01-01", until: "1998-06-30" });
    expect(log.customerIds).toHaveLength(23_570);
    expect(revenueOf(log).toFixed(2)).toBe("2500315.63");
    const zero = log.amounts.filter((amount) => amount === 0);
    expect(zero).toHaveLength(80);
  });

  it("is classified, fitted and valued", () => {
    const customers = summarizeCustomers(log, { unit: "week" });
    const { classes } = classifyCustomers(log);
    expect(sum(classes.map((row) => row.customers))).toBe(23_570);
    expect(sum(classes.map((row) => row.revenue)).toFixed(2)).toBe("2500315.63");
    const purchases = fitBgNbd(customers);
    const spend = fitGammaGamma(customers);
    expect(purchases.convergence.converged && spend.convergence.converged).toBe(true);
    const values = predictCustomers(customers, {
      purchases,
      spend,
      horizon: { months: 12 },
      discountRate: 0.1,
    });
    expect(values).toHaveLength(23_570);
    for (const row of values) {
      expect(row.probabilityAlive >= 0 && row.probabilityAlive <= 1).toBe(true);
      expect(Number.isFinite(row.lifetimeValue) && row.lifetimeValue > 0).toBe(true);
    }
  });

  it("keeps every customer and cent, row by row", () => {
    const digest = (lines: readonly string[]): string =>
      createHash("sha256").update(lines.join("\n")).digest("hex");
    const fromRows = rows.map((row) => `${row.customer_id} ${row.date} ${Number(row.dollars)}`).sort();
    const fromLog = log.customerIds.flatMap((id, c) =>
      Array.from({ length: (log.offsets[c + 1] ?? 0) - (log.offsets[c] ?? 0) }, (_, i) => {
        const place = (log.offsets[c] ?? 0) + i;
        const day = new Date((log.days[place] ?? 0) * 86_400_000).toISOString().slice(0, 10);
        return `${id} ${day} ${log.amounts[place]}`;
      }),
    );
    expect(digest(fromLog.sort())).toBe(digest(fromRows));
  });
});

describe("the CDNOW reference", () => {
  it("covers both logs", () => {
    expect(new Set(reference.summaries.map(({ log }) => log))).toEqual(
      new Set(["cdnow_sample", "cdnow_master"]),
    );
    expect(maxima.fits).toHaveLength(13);
  });
});
