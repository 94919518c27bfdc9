import { short, table } from "../tools/table.ts";
import { type Fit, inAnotherWay } from "./fits.ts";

/** How long a naive fit takes, timed or extrapolated. */
interface NaiveFit {
  readonly cpu: number;
  readonly evaluations: number;
  readonly extrapolated: boolean;
}

/** The naive fit beside a fit of the library: as timed, else one evaluation times those that the naive fit to the sample needed. */
export function naiveBeside(fit: Fit, fits: readonly Fit[]): NaiveFit | null {
  const whole = inAnotherWay(fit, "naive", fits);
  if (whole !== undefined) return { cpu: whole.cpu, evaluations: whole.evaluations, extrapolated: false };
  const one = inAnotherWay(fit, "naive evaluation", fits);
  const onSample = fits.find(
    ({ pairing, way }) => way === "naive" && pairing.model === fit.pairing.model && pairing.base === "sample",
  );
  if (one === undefined || onSample === undefined) return null;
  return { cpu: one.cpu * onSample.evaluations, evaluations: onSample.evaluations, extrapolated: true };
}

export function fitsTable(fits: readonly Fit[]): string {
  return table(
    ["fit", "CPU ms", "min", "cold", "evaluations", "log-likelihood", "× clientele"],
    fits.flatMap((fit) => (fit.way === "clientele" ? [rowOf(fit, fits), ...naiveRows(fit, fits)] : [])),
  );
}

function rowOf(fit: Fit, fits: readonly Fit[]): string[] {
  const ours = inAnotherWay(fit, "clientele", fits)?.cpu ?? Number.NaN;
  return [
    `${nameOf(fit)}: ${fit.way === "naive evaluation" ? "one naive evaluation" : fit.way}, ${fit.label}`,
    ...[fit.cpu, fit.least, fit.cold].map(short),
    String(fit.evaluations),
    fit.logLikelihood.toFixed(3),
    fit.way === "clientele" ? "" : short(fit.cpu / ours),
  ];
}

function naiveRows(fit: Fit, fits: readonly Fit[]): string[][] {
  const timed = (["naive", "naive evaluation"] as const).flatMap((way) => {
    const other = inAnotherWay(fit, way, fits);
    return other === undefined ? [] : [rowOf(other, fits)];
  });
  const naive = naiveBeside(fit, fits);
  if (naive === null || !naive.extrapolated) return timed;
  const label = `${nameOf(fit)}: naive, extrapolated, ${fit.label}`;
  const { cpu, evaluations } = naive;
  return [...timed, [label, short(cpu), "", "", String(evaluations), "", short(cpu / fit.cpu)]];
}

const NAMES = {
  "bg-nbd": "BG/NBD",
  "mbg-nbd": "MBG/NBD",
  "pareto-nbd": "Pareto/NBD",
  "bg-bb": "BG/BB",
  "mbg-cnbd-k": "MBG/CNBD-k",
  "gamma-gamma": "Gamma-Gamma",
  sbg: "sBG",
  bdw: "BdW",
} satisfies Record<Fit["pairing"]["model"], string>;

function nameOf({ pairing, k }: Fit): string {
  const name = NAMES[pairing.model];
  if (pairing.model !== "mbg-cnbd-k") return name;
  return pairing.k === undefined ? `${name}, k chosen (${k})` : `${name}, k = ${pairing.k}`;
}
