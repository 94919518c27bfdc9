export type { CustomerPrediction, PredictionOptions } from "./predict-customers.ts";
export { predictCustomers } from "./predict-customers.ts";
