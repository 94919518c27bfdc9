import type { Base, Tenure } from "../bases.ts";

/** Survivors of 1000 customers after 0 to 7 years: Fader & Hardie (2007), table 1, "High End". */
const SURVIVORS = [1000, 869, 743, 653, 593, 551, 517, 491];

export function highEnd(): Base<Tenure> {
  const years = SURVIVORS.length - 1;
  const rows: Tenure[] = [{ renewals: years, lost: false, weight: SURVIVORS[years] as number }];
  for (let year = 0; year < years; year++) {
    const weight = (SURVIVORS[year] as number) - (SURVIVORS[year + 1] as number);
    rows.push({ renewals: year, lost: true, weight });
  }
  return { label: `High End, 1,000 customers in ${rows.length} cells, 7 years`, unit: "year", rows };
}
