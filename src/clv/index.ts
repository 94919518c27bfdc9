export type {
  ColumnPredictionOptions,
  CustomerColumns,
  NumberColumn,
  PredictedColumns,
} from "./predict-columns.ts";
export { predictColumns } from "./predict-columns.ts";
export type { CustomerPrediction, PredictionOptions } from "./predict-customers.ts";
export { predictCustomers } from "./predict-customers.ts";
