import { IssueCollector } from "../rows/issue-collector.ts";
import { checkOption } from "../rows/options.ts";
import type { ReadCurve } from "./retention-curve.ts";

/** Shares that were observed, the first of them 1: everybody is there in period 0. They carry no errors. */
export function observedShares(shares: readonly number[]): ReadCurve {
  checkOption("curve", shares.length, shares.length > 0 ? null : "The curve has no shares.");
  const collector = new IssueCollector();
  for (let t = 0; t < shares.length; t++) {
    const share: unknown = shares[t];
    const fits = typeof share === "number" && share >= 0 && share <= 1;
    if (!fits) collector.add("invalid_value", t, "curve", share, () => NO_SHARE);
  }
  collector.throwIfAny();
  checkOption("curve[0]", shares[0], shares[0] === 1 ? null : NOT_ALL);
  const reach = shares.length - 1;
  return {
    period: null,
    reach,
    reason: `The curve has shares up to period ${reach} only: observe longer, or fit a model (fitSbg, fitBdw), which goes on.`,
    ownEnd: reach,
    share: (t) => shares[t] as number,
    tail: () => 0,
    standardError: () => Number.NaN,
    covers: "survival",
  };
}

const NO_SHARE = "A share of customers that are still there is a number from 0 to 1.";
const NOT_ALL = "The curve must begin with 1, the share in period 0: put it before the others.";
