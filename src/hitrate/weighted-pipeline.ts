import { DRAFT } from "../offers/as-of.ts";
import { keyOf } from "../offers/key-of.ts";
import type { OfferBook, OfferKey } from "../offers/offer-book.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames } from "../rows/options.ts";
import { isoDate } from "../time/civil-day.ts";
import {
  historyOf,
  type PipelineFrame,
  type PipelineSourceOptions,
  pipelineFrame,
  SOURCE_NAMES,
} from "./pipeline-frame.ts";
import { DRAFT_AGE } from "./pipeline-offers.ts";
import type { PipelineGroup, PipelineRow, PipelineTotal, WeightedPipeline } from "./pipeline-result.ts";
import { chanceOf, pipelineTotals } from "./pipeline-totals.ts";
import { pipelineWarnings } from "./pipeline-warnings.ts";

/** As of when the pipeline is weighted, and by which probabilities. */
export interface PipelineOptions extends PipelineSourceOptions {
  /** A key of the book by which the pipeline is broken down, such as `"seller"`. Default none. */
  readonly by?: string;
}

/**
 * The weighted pipeline (gewichtete Pipeline): what the open offers may bring, each at its probability of being won.
 *
 * A probability is learned from what became of the offers of the same book: of those that were still open at the age of an offer, the share that was
 * won later, (F_won(∞) − F_won(t)) ÷ S(t) with the cumulative incidence F of Aalen and Johansen and the share S that is undecided; withdrawn counts
 * as not won, as does what stays open for longer than any decision ever took. Groups (`learn.by`) and stages (`learn.stages`) move the odds of being
 * won in case of a decision. The intervals hold the luck of each offer and what the history leaves open about the probabilities, by simulation from a
 * seed; they suppose that offers are decided independently, and that the future is like the past.
 *
 * @param book - The offers, from `offerBook`.
 * @param options - `asOf` (day), `probabilities` or `learn`, `by` (a key), `level` (default 0.95), `seed`.
 * @returns `{ asOf, level, method, history, rows, open, drafts, total, groups, warnings }`: a row for each open offer and each draft, and totals
 *   `{ offers, withoutProbability, value, wins, wonValue }` with `{ expected, lower, upper }`, value in money.
 * @throws {@link DataError} for options that cannot be used, or rows of probabilities that fit no offer.
 * @see Aalen, Borgan & Gjessing (2008), "Survival and Event History Analysis", section 3.4.
 *
 * @example
 * import { offerBook, weightedPipeline } from "clientele";
 *
 * const book = offerBook(
 *   [
 *     { customerId: "Adler", status: "won", submitted: "2025-01-07", decided: "2025-01-20", value: 8000 },
 *     { customerId: "Berg", status: "lost", submitted: "2025-01-09", decided: "2025-02-10", value: 5000 },
 *     { customerId: "Cohn", status: "won", submitted: "2025-01-15", decided: "2025-02-28", value: 9000 },
 *     { customerId: "Dorn", status: "open", submitted: "2025-02-10", value: 6000 },
 *     { customerId: "Ernst", status: "open", submitted: "2025-03-01", value: 4000 },
 *   ],
 *   {},
 *   { until: "2025-03-10" },
 * );
 * const pipeline = weightedPipeline(book);
 * pipeline.rows.map((row) => row.probability); // => [0.5, 0.625]
 * pipeline.open.wonValue?.expected; // => 5500
 * weightedPipeline(book, { probabilities: 0.4 }).open.wins; // => { expected: 0.8, lower: 0, upper: 2 }
 */
export function weightedPipeline(book: OfferBook, options: PipelineOptions = {}): WeightedPipeline {
  checkNames("options", options, { ...SOURCE_NAMES, by: true } satisfies Record<keyof PipelineOptions, true>);
  const frame = pipelineFrame(book, options, true, null);
  const { by, level = 0.95, seed = 1 } = options;
  const key = by === undefined ? null : keyOf(book, by, "by");
  const { open, drafts, all } = setsOf(frame);
  const groups = key === null ? [] : groupSets(frame, key);
  const sets = [open, drafts, ...groups.flatMap((group) => [group.open, group.drafts])];
  // Without drafts the open offers are all there are.
  if (drafts.length > 0) sets.push(all);
  const settings = { level, seed, hasValues: book.values !== null };
  const totals = pipelineTotals(sets, frame.offers, frame.chances, settings);
  const total = (at: number): PipelineTotal => totals[at] as PipelineTotal;
  return {
    asOf: isoDate(frame.asOf),
    level,
    method: frame.method,
    history: historyOf(frame),
    rows: pipelineRows(book, frame),
    open: total(0),
    drafts: total(1),
    total: total(drafts.length > 0 ? totals.length - 1 : 0),
    groups: groups.map(({ code }, g): PipelineGroup => {
      const group = key?.dictionary[code] ?? null;
      return { group, open: total(2 + 2 * g), drafts: total(3 + 2 * g) };
    }),
    warnings: pipelineWarnings(book, frame),
  };
}

interface PipelineSets {
  readonly open: Int32Array;
  readonly drafts: Int32Array;
  readonly all: Int32Array;
}

function setsOf({ offers }: PipelineFrame): PipelineSets {
  const all = Int32Array.from(offers.places.keys());
  const isDraft = (at: number): boolean => offers.ages[at] === DRAFT_AGE;
  return { open: all.filter((at) => !isDraft(at)), drafts: all.filter(isDraft), all };
}

function groupSets(
  { offers }: PipelineFrame,
  key: OfferKey,
): readonly (Pick<PipelineSets, "open" | "drafts"> & { readonly code: number })[] {
  const found = new Map<number, { readonly open: number[]; readonly drafts: number[] }>();
  for (let at = 0; at < offers.places.length; at++) {
    const code = key.codes[offers.places[at] as number] as number;
    let group = found.get(code);
    if (group === undefined) {
      group = { open: [], drafts: [] };
      found.set(code, group);
    }
    (offers.ages[at] === DRAFT_AGE ? group.drafts : group.open).push(at);
  }
  return [...found].map(([code, { open, drafts }]) => ({
    code,
    open: Int32Array.from(open),
    drafts: Int32Array.from(drafts),
  }));
}

function pipelineRows(book: OfferBook, { offers, standing, chances, basisOf }: PipelineFrame): PipelineRow[] {
  const rows = new Array<PipelineRow>(offers.places.length);
  for (let at = 0; at < rows.length; at++) {
    const place = offers.places[at] as number;
    const chance = chances === null ? Number.NaN : chanceOf(chances, at, 0);
    const probability = Number.isNaN(chance) ? null : chance;
    const value = book.values === null ? null : (offers.values[at] as number);
    const isDraft = standing[place] === DRAFT;
    rows[at] = {
      offerId: book.ids[place] as CustomerId,
      customerId: book.customerIds[book.customers[place] as number] ?? null,
      standing: isDraft ? "draft" : "open",
      ageDays: isDraft ? null : (offers.ages[at] as number),
      probability,
      basis: basisOf(at),
      value,
      expectedValue: probability === null || value === null ? null : probability * value,
    };
  }
  return rows;
}
