import {
  fitBdw,
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitMbgCnbdK,
  fitMbgNbd,
  fitParetoNbd,
  fitSbg,
  type Model,
} from "clientele";
import { PARAMETER_NAMES } from "../../src/models/models.ts";
import {
  type Base,
  type BaseOptions,
  type ContractBase,
  type HistoryBase,
  historiesOf,
  type SpendBase,
  spendOf,
  tenuresOf,
} from "./bases.ts";
import { bgBbLogLikelihood } from "./naive/bg-bb.ts";
import { bgNbdLogLikelihood } from "./naive/bg-nbd.ts";
import { bdwLogLikelihood, sbgLogLikelihood } from "./naive/contracts.ts";
import { gammaGammaLogLikelihood } from "./naive/gamma-gamma.ts";
import { mbgCnbdKLogLikelihood } from "./naive/mbg-cnbd-k.ts";
import { mbgNbdLogLikelihood } from "./naive/mbg-nbd.ts";
import { paretoNbdLogLikelihood } from "./naive/pareto-nbd.ts";

/** A model and the base it is fitted to. */
export type Pairing =
  | { readonly model: "bg-nbd" | "mbg-nbd" | "pareto-nbd" | "bg-bb"; readonly base: HistoryBase }
  /** Without k the library chooses it. */
  | { readonly model: "mbg-cnbd-k"; readonly base: HistoryBase; readonly k?: number }
  | { readonly model: "gamma-gamma"; readonly base: SpendBase }
  | { readonly model: "sbg" | "bdw"; readonly base: ContractBase };

/** The same maximum likelihood by the library and by the textbook. */
export interface Contest {
  readonly label: string;
  readonly rows: number;
  readonly distinct: number | null;
  readonly fit: () => Model;
  /** The logarithms of a model's parameters, in the order in which the textbook's likelihood takes them. */
  readonly logParametersOf: (model: Model) => readonly number[];
  readonly logLikelihood: (logParameters: readonly number[]) => number;
  readonly parameters: number;
}

export function contestOf(pairing: Pairing, options: BaseOptions): Contest {
  switch (pairing.model) {
    case "bg-nbd":
      return contest("bg-nbd", historiesOf(pairing.base, options), fitBgNbd, bgNbdLogLikelihood);
    case "mbg-nbd":
      return contest("mbg-nbd", historiesOf(pairing.base, options), fitMbgNbd, mbgNbdLogLikelihood);
    case "pareto-nbd":
      return contest("pareto-nbd", historiesOf(pairing.base, options), fitParetoNbd, paretoNbdLogLikelihood);
    case "bg-bb":
      return contest("bg-bb", historiesOf(pairing.base, options), fitBgBb, bgBbLogLikelihood);
    case "mbg-cnbd-k": {
      const { k } = pairing;
      return contest(
        "mbg-cnbd-k",
        historiesOf(pairing.base, options),
        (base) => fitMbgCnbdK(base, k === undefined ? {} : { k }),
        (point, rows) => mbgCnbdKLogLikelihood(k ?? 1, point, rows),
      );
    }
    case "gamma-gamma":
      return contest("gamma-gamma", spendOf(pairing.base, options), fitGammaGamma, gammaGammaLogLikelihood);
    case "sbg":
      return contest("sbg", tenuresOf(pairing.base), fitSbg, sbgLogLikelihood);
    case "bdw":
      return contest("bdw", tenuresOf(pairing.base), fitBdw, bdwLogLikelihood);
  }
}

function contest<Row>(
  kind: Model["kind"],
  base: Base<Row>,
  fit: (base: Base<Row>) => Model,
  naive: (logParameters: readonly number[], rows: readonly Row[]) => number,
): Contest {
  const names = PARAMETER_NAMES[kind];
  return {
    label: base.label,
    rows: base.rows.length,
    distinct: base.distinct ?? null,
    fit: () => fit(base),
    logParametersOf: ({ parameters }) => {
      const values: Readonly<Record<string, number>> = { ...parameters };
      return names.map((name) => Math.log(values[name] ?? Number.NaN));
    },
    logLikelihood: (point) => naive(point, base.rows),
    parameters: names.length,
  };
}
