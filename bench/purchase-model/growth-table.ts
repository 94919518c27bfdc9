import { short, table } from "../tools/table.ts";
import type { Fit } from "./fits.ts";

const SIZES = ["10k", "100k", "million"];

/** What a fit costs as the base grows: fits of the library to drawn bases. */
export function growthTable(fits: readonly Fit[]): string {
  const costOf = (model: Fit["pairing"]["model"], base: string): Fit | undefined =>
    fits.find(({ pairing, way }) => way === "clientele" && pairing.model === model && pairing.base === base);
  return table(
    [
      "customers, days",
      "distinct histories",
      "BG/NBD ms",
      "ns per customer",
      "Pareto/NBD ms",
      "ns per customer",
    ],
    SIZES.map((base) => {
      const [bg, pareto] = [costOf("bg-nbd", base), costOf("pareto-nbd", base)];
      return [
        (bg?.rows ?? Number.NaN).toLocaleString("en-US"),
        (bg?.distinct ?? Number.NaN).toLocaleString("en-US"),
        ...[bg, pareto].flatMap((fit) =>
          fit === undefined ? ["–", "–"] : [short(fit.cpu), short((fit.cpu * 1e6) / fit.rows)],
        ),
      ];
    }),
  );
}
