import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import type { FeatureTransform } from "./feature-spec.ts";

/** The transformed values; those that have no logarithm are noted. */
export function transformed(
  values: Float64Array,
  transform: FeatureTransform,
  field: string,
  collector: IssueCollector,
): Float64Array {
  if (transform === "none") return values;
  const isLog = transform === "log";
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value > (isLog ? 0 : -1)) result[i] = isLog ? Math.log(value) : Math.log1p(value);
    // What is NaN was noted when it was read.
    else if (value <= 0) {
      collector.add("invalid_value", i, field, value, () =>
        isLog && value > -1
          ? `${quoted(value)} has no logarithm: take transform "log1p", which is ln(1 + value).`
          : `${quoted(value)} has no logarithm: take transform "none", or leave rows of ${isLog ? "0 or less" : "−1 or less"} out.`,
      );
    }
  }
  return result;
}

/** The value that a transformed one stands for. */
export function untransformed(value: number, transform: FeatureTransform): number {
  if (transform === "none") return value;
  return transform === "log" ? Math.exp(value) : Math.expm1(value);
}
