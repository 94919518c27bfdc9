import { DRAFT, offersAsOf, standings } from "../offers/as-of.ts";
import { keyOf } from "../offers/key-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { OPEN } from "../offers/offer-status.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { idFault } from "../rows/id-index.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { type CivilDay, civilDayOfIso, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { groupOffers } from "./hit-rate-groups.ts";
import type { WithdrawnRule } from "./hit-rate-options.ts";
import { countStages } from "./stage-conversion-counts.ts";
import { funnelStages } from "./stage-conversion-rates.ts";
import type { FunnelOfOffers, FunnelWarning, StageConversion } from "./stage-conversion-result.ts";

/** The stages, and which offers go through them. */
export interface StageConversionOptions extends ConfidenceOptions {
  /** All stages in their order, as the book calls them, such as `["Prospecting", "Qualified", "Proposal"]`. There is no default. */
  readonly stages: readonly CustomerId[];
  /** Day as of which offers are judged, inclusive; what was decided later was still open then. Default: the last day of the book. */
  readonly asOf?: DateInput;
  /** First day of submission; offers submitted before are left out, drafts are not. Default: none. */
  readonly from?: DateInput;
  /** A key of the book by which to group, such as `"seller"`. Default: none. */
  readonly by?: string;
  /** Whether offers that were won have reached every stage, whatever their own says. Default true. */
  readonly won?: boolean;
  /** Whether offers withdrawn at a stage leave the rate of going on alone, or count as lost there. Default `"excluded"`. */
  readonly withdrawn?: WithdrawnRule;
}

const NAMES = {
  stages: true,
  asOf: true,
  from: true,
  by: true,
  won: true,
  withdrawn: true,
  level: true,
} satisfies Record<keyof StageConversionOptions, true>;

/**
 * The sales funnel (Verkaufstrichter): how many offers reach each stage, go on to the next (Stufenquote, Konversionsrate), stop there, and are won.
 *
 * An offer has reached every stage up to the furthest one it got to. The `rate` from stage to stage is of those whose stay is settled: who is still open
 * in a stage may yet go on, and is not in the denominator; `naiveRate` puts them in. From the first stage the rates multiply (Kaplan–Meier with stages
 * for times), so open offers count for the steps that they have made. Drafts are in the funnel, as open.
 *
 * @param book - Offers with a column `stage`: the furthest stage that each reached.
 * @param options - `stages` in their order; if wanted `asOf`, `from` (days), `by` (name of a key), `won` (default true), `withdrawn` (default
 *   `"excluded"`), `level` (default 0.95).
 * @returns `{ asOf, …, offers, drafts, withoutStage, stages, groups, warnings }`, each stage as `{ stage, reached, openHere, lostHere, withdrawnHere,
 *   wonHere, value, openValue, lostValue, fromPrevious, fromFirst, winRate }`; rates in [0, 1] with their counts, values in money.
 * @throws {@link DataError} if this is no book, the book has no stages or has stages that are not listed, or an option cannot be used.
 * @see Rothman (1978), "Estimation of confidence limits for the cumulative probability of survival in life table analysis", for `fromFirst`.
 *
 * @example
 * import { offerBook, stageConversion } from "clientele";
 *
 * const book = offerBook(
 *   [
 *     { status: "won", submitted: "2025-01-01", decided: "2025-01-31", stage: "Proposal" },
 *     { status: "lost", submitted: "2025-01-02", decided: "2025-01-20", stage: "Proposal" },
 *     { status: "lost", submitted: "2025-01-03", decided: "2025-01-09", stage: "Contact" },
 *     { status: "open", submitted: "2025-01-30", stage: "Contact" },
 *   ],
 *   { stage: "stage" },
 * );
 * const [contact, proposal] = stageConversion(book, { stages: ["Contact", "Proposal"] }).stages;
 * contact?.reached; // => 4
 * proposal?.fromPrevious; // => { count: 2, of: 3, rate: 0.6667, lower: 0.2077, upper: 0.9385, naiveRate: 0.5 }
 * contact?.winRate.rate; // => 0.3333
 */
export function stageConversion(book: OfferBook, options: StageConversionOptions): StageConversion {
  checkNames("options", options, NAMES);
  const { stages, won = true, withdrawn = "excluded", level = 0.95 } = options;
  checkStages(stages);
  checkOption(
    "won",
    won,
    typeof won === "boolean" ? null : "This is neither true nor false: pass one of the two.",
  );
  checkOneOf("withdrawn", withdrawn, ["excluded", "lost"]);
  checkLevel(level);
  const asOf = offersAsOf(book, options.asOf);
  const from = options.from === undefined ? null : dayOption("from", options.from, book.timeZone);
  const late = `It lies after asOf, ${isoDate(asOf)}: pass an earlier day.`;
  checkOption("from", options.from, from !== null && from > asOf ? late : null);
  const key = options.by === undefined ? null : keyOf(book, options.by, "by");
  const standing = standings(book, asOf);
  const offers = standing.length;
  const plan = { stages, withdrawn, z: standardErrorsOfLevel(level) };
  const scope = { stages, from, wonReachesAll: won };
  const funnelsOf = (codes: Int32Array, size: number): FunnelOfOffers[] => {
    const tally = countStages(book, standing, { codes, size }, scope);
    return Array.from({ length: size }, (_, group) => {
      const rows = funnelStages(tally, group, plan);
      return {
        offers: rows[0]?.reached ?? 0,
        drafts: tally.drafts[group] as number,
        withoutStage: tally.withoutStage[group] as number,
        stages: rows,
      };
    });
  };
  const [total] = funnelsOf(new Int32Array(offers), 1) as [FunnelOfOffers];
  const groups = key === null ? null : groupOffers([key], offers);
  const funnels = groups === null ? [] : funnelsOf(groups.codes, groups.groups.length);
  return {
    kind: "stage-conversion",
    asOf: isoDate(asOf),
    from: from === null ? null : isoDate(from),
    by: key?.name ?? null,
    withdrawn,
    won,
    level,
    ...total,
    groups: funnels
      .map((funnel, g) => ({ group: groups?.groups[g]?.[0] ?? null, ...funnel }))
      .filter((funnel) => funnel.offers + funnel.withoutStage > 0),
    warnings: warningsOf(book, asOf, standing, total),
  };
}

function checkStages(stages: unknown): void {
  const isList = Array.isArray(stages) && stages.length > 0 && stages.every((stage) => idFault(stage) === 0);
  const hint = 'such as ["Prospecting", "Qualified", "Proposal"]';
  checkOption("stages", stages, isList ? null : `These are no stages: list all in their order, ${hint}.`);
  const distinct = new Set(stages as readonly unknown[]).size;
  const twice = distinct < (stages as readonly unknown[]).length;
  checkOption("stages", null, twice ? "A stage is listed twice: list each once, in order." : null);
}

function warningsOf(
  book: OfferBook,
  asOf: CivilDay,
  standing: Uint8Array,
  { withoutStage }: FunnelOfOffers,
): FunnelWarning[] {
  const warnings: FunnelWarning[] = [];
  if (book.until !== null && asOf < civilDayOfIso(book.until)) {
    let count = 0;
    for (let i = 0; i < standing.length; i++) if (standing[i] === OPEN || standing[i] === DRAFT) count += 1;
    const message = `The book says how far offers had got by ${book.until}, not by ${isoDate(asOf)}: ${count} offers that were open then may have reached their stage later.`;
    if (count > 0) warnings.push({ code: "later-stages", count, message });
  }
  if (withoutStage > 0) {
    const message = `${withoutStage} offers say nothing of their stage and are left out.`;
    warnings.push({ code: "without-stage", count: withoutStage, message });
  }
  return warnings;
}
