import { expect, it } from "vitest";
import { classifyCustomers } from "../../src/classification/classify-customers.ts";
import { abcClasses } from "../../src/pareto/abc-classes.ts";
import { rfm } from "../../src/segmentation/rfm.ts";
import { type AbcSqlOptions, abcSql } from "../../src/sql/abc-sql.ts";
import { describeAnalyses, type LoadedBase } from "./support/describe-analyses.ts";
import { expectCells } from "./support/expect-cells.ts";

type Limits = Pick<AbcSqlOptions, "by" | "limits">;

/** Values to the third digit after the point: sums of cents are off by rounding, and equal ones must be equal. */
const inThousandths = (value: number): number => Math.round(value * 1000) / 1000;

async function agrees({ source, rows, log, asOf }: LoadedBase, limits: Limits): Promise<void> {
  const found = await rows(abcSql(source, { asOf, ...limits }));
  const place = new Map(found.map((row, i) => [row["customer_id"], i]));
  // Among equals the engine's order of ids holds.
  const customers = classifyCustomers(log, { asOf })
    .rows.map(({ customerId, revenue }) => ({ customerId, value: inThousandths(revenue) }))
    .toSorted((one, other) => Number(place.get(one.customerId)) - Number(place.get(other.customerId)));
  expect(customers.length).toBeGreaterThan(500);
  const { rows: wanted, classes } = abcClasses(customers, "value", limits);
  expect(classes.every(({ customers }) => customers > 0)).toBe(true);
  expectCells(
    found,
    wanted.map((row) => ({
      customer_id: row.customerId,
      total_value: row.value,
      abc_class: row.class,
      value_rank: row.rank,
      share: row.share,
      cumulative_share: row.cumulativeShare,
    })),
  );
}

describeAnalyses((base) => {
  it("finds the classes of abcClasses by value", () => agrees(base(), {}));

  it("finds the classes of abcClasses by customers", () => agrees(base(), { by: "customers" }));

  it.each([[[0.5, 0.9]], [[0.05, 0.1]], [[0.3, 1]]] as const)("keeps the limits %j", (limits) =>
    agrees(base(), { limits }),
  );

  it("looks no further back than its window", async () => {
    const { source, rows, log, asOf } = base();
    const window = { months: 4 };
    const found = await rows(abcSql(source, { asOf, window }));
    const buyers = rfm(log, { asOf, window }).rows;
    expect(buyers.length).toBeGreaterThan(30);
    const rowOf = new Map(found.map((row) => [row["customer_id"], row]));
    expectCells(
      buyers.map(({ customerId }) => rowOf.get(customerId) ?? {}),
      buyers.map(({ revenue }) => ({ total_value: revenue })),
    );
  });

  it("ranks by margin where there is one", async () => {
    const { source, rows, log, asOf } = base();
    if (source.columns.margin === undefined) {
      expect(() => abcSql(source, { asOf, value: "margin" })).toThrow("columns.margin");
      return;
    }
    const found = await rows(abcSql(source, { asOf, value: "margin" }));
    const total = found.reduce((sum, row) => sum + Number(row["total_value"]), 0);
    const wanted = rfm(log, { asOf, value: "margin" }).rows.reduce((sum, row) => sum + (row.margin ?? 0), 0);
    expect(total).toBeCloseTo(wanted, 6);
  });
});
