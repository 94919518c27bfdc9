import reference from "../../../test/reference/donations.json" with { type: "json" };
import type { Base, History } from "../bases.ts";

/** The donors of Fader, Hardie & Shang (2010): 11,104 people in 22 cells, six yearly opportunities. */
export function donations(): Base<History> {
  const rows = reference.rows.map(([frequency = 0, recency = 0, weight = 0]) => ({
    frequency,
    recency,
    T: reference.T,
    weight,
  }));
  const donors = rows.reduce((sum, { weight }) => sum + weight, 0).toLocaleString("en-US");
  return { label: `donations, ${donors} donors in ${rows.length} cells`, unit: "year", rows };
}
