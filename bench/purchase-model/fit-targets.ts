import type { Target } from "../tools/targets.ts";
import { type Fit, inAnotherWay } from "./fits.ts";
import { naiveBeside } from "./fits-table.ts";

/** What the fits were to reach. */
export function fitTargets(fits: readonly Fit[]): Target[] {
  const ours = (model: Fit["pairing"]["model"], base: Fit["pairing"]["base"]): Fit | undefined =>
    fits.find(({ pairing, way }) => way === "clientele" && pairing.model === model && pairing.base === base);
  const cpu = (...of: Parameters<typeof ours>): number => ours(...of)?.cpu ?? Number.NaN;
  const ratio = (...of: Parameters<typeof ours>): number => {
    const fit = ours(...of);
    return fit === undefined ? Number.NaN : (naiveBeside(fit, fits)?.cpu ?? Number.NaN) / fit.cpu;
  };
  const spend = ours("gamma-gamma", "spend-million");
  const spendOnce = spend === undefined ? undefined : inAnotherWay(spend, "naive evaluation", fits);
  const times = " ×";
  const ms = " ms";
  return [
    {
      what: "BG/NBD, CDNOW sample, beside naive",
      least: 300,
      unit: times,
      measured: ratio("bg-nbd", "sample"),
    },
    {
      what: "BG/NBD, CDNOW master to 1998-06-30, beside naive",
      least: 200,
      unit: times,
      measured: ratio("bg-nbd", "master-1998"),
    },
    {
      what: "MBG/NBD, CDNOW sample, beside naive",
      least: 300,
      unit: times,
      measured: ratio("mbg-nbd", "sample"),
    },
    {
      what: "Pareto/NBD, CDNOW sample, beside naive",
      least: 80,
      unit: times,
      measured: ratio("pareto-nbd", "sample"),
    },
    {
      what: "Gamma-Gamma, 1,000,000 repeat customers: one naive evaluation beside the whole fit",
      least: 1,
      unit: times,
      measured: (spendOnce?.cpu ?? Number.NaN) / (spend?.cpu ?? Number.NaN),
    },
    {
      what: "BG/NBD, 1,000,000 customers from plain rows",
      most: 300,
      unit: ms,
      measured: cpu("bg-nbd", "million"),
    },
    {
      what: "Pareto/NBD, 1,000,000 customers from plain rows",
      most: 1200,
      unit: ms,
      measured: cpu("pareto-nbd", "million"),
    },
    {
      what: "BG/NBD, a billion customers in week cells",
      most: 500,
      unit: ms,
      measured: cpu("bg-nbd", "week-cells"),
    },
  ];
}
