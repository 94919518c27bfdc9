import { checkSpendModel, spendOf } from "../models/expected-spend.ts";
import type { Predictor, SpendModel } from "../models/models.ts";
import { numberLiteral } from "./number-literal.ts";
import type { SqlSyntax } from "./syntax.ts";

/** Refuses a model of spend that cannot answer for every customer. */
export function checkSpend(spend: Predictor<SpendModel>): void {
  checkSpendModel(spend);
  // One-time buyers are in every base.
  spendOf(spend, 0, 0);
}

/** What a customer is expected to spend per purchase, from frequency and monetary value: note 025 of Fader & Hardie, equation 5. */
export function spendExpression(
  syntax: SqlSyntax,
  { parameters }: Predictor<SpendModel>,
  frequency: string,
  monetaryValue: string,
): string {
  const number = (value: number): string => syntax.toDouble(numberLiteral(value));
  const p = number(parameters.p);
  const x = syntax.toDouble(frequency);
  return `${p} * (${number(parameters.gamma)} + ${x} * ${monetaryValue}) / (${p} * ${x} + ${number(parameters.q)} - 1)`;
}
