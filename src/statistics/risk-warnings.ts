import type { RiskTable } from "./risk-table.ts";

/**
 * A doubt about an estimate from late entries.
 *
 * `"unobserved-start"`: nobody was under observation before a time. `"risk-set-empty"`: at a time all who were under observation had the event,
 * though others came later. `"risk-set-gap"`: from a time on nobody was under observation for a while.
 */
export interface RiskWarning {
  readonly code: "unobserved-start" | "risk-set-empty" | "risk-set-gap";
  /** The (first) time where it happened. */
  readonly time: number;
  readonly message: string;
}

/** Says where late entries leave nobody at risk. */
export function riskWarnings({ times, atRisk, events, censored, firstEntry }: RiskTable): RiskWarning[] {
  if (firstEntry === null) return [];
  const warnings: RiskWarning[] = [];
  const start = firstEntry[0] as number;
  if (start > 0) warnings.push(warning("unobserved-start", start));
  let emptied = false;
  let gap = false;
  for (let k = 0; k + 1 < times.length; k++) {
    const staying = (atRisk[k] as number) - (events[k] as number);
    const time = times[k] as number;
    if (staying === 0 && !emptied) {
      emptied = true;
      warnings.push(warning("risk-set-empty", time));
    }
    const nobody = staying === censored[k] && (firstEntry[k + 1] as number) > time;
    if (nobody && staying > 0 && !gap) {
      gap = true;
      warnings.push(warning("risk-set-gap", time));
    }
  }
  return warnings;
}

function warning(code: RiskWarning["code"], time: number): RiskWarning {
  return { code, time, message: MESSAGES[code](time) };
}

const MESSAGES: Readonly<Record<RiskWarning["code"], (time: number) => string>> = {
  "unobserved-start": (time) =>
    `Nobody was under observation before ${time}: all figures are those of people who had got as far as ${time}.`,
  "risk-set-empty": (time) =>
    `At ${time} everybody under observation had the event, so the survival is 0 from there on although others were observed later. Few were at risk: start later (leave out events up to ${time} and set entry to at least ${time}), or use a conditional survival.`,
  "risk-set-gap": (time) =>
    `After ${time} nobody was under observation for a while: events in the gap could not be seen, and the curve goes on as if there had been none.`,
};
