import { bdwLikelihood } from "./bdw-likelihood.ts";
import { checkUnit } from "./check-unit.ts";
import type { ContractHistories } from "./contract-histories.ts";
import { type ContractModel, contractParameters } from "./contract-models.ts";
import type { Predictor } from "./models.ts";
import { tenureCells } from "./tenure-cells.ts";

/** The log-likelihood of customers under contract under a model of retention: Σ count · log P, without the multinomial constant. */
export function contractTotal(model: Predictor<ContractModel>, customers: ContractHistories): number {
  const { alpha, beta, c } = contractParameters(model);
  const cells = tenureCells(customers);
  checkUnit(model, customers.unit);
  return bdwLikelihood(cells)([alpha, beta, c].map(Math.log)).value;
}
