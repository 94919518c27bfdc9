export type { ConfidenceOptions, Interval } from "./confidence.ts";
export type { ProportionEstimate } from "./proportion-interval.ts";
export { proportionInterval } from "./proportion-interval.ts";
