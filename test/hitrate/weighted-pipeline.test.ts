import { describe, expect, it } from "vitest";
import type {
  PipelineExpectation,
  PipelineTotal,
  PipelineWarning,
} from "../../src/hitrate/pipeline-result.ts";
import { weightedPipeline } from "../../src/hitrate/weighted-pipeline.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import reference from "../reference/pipeline.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { referenceBook, smallBook } from "./pipeline-books.ts";

const { book: expected } = reference;
const asOf = expected.asOf;
const codes = (warnings: readonly PipelineWarning[]): readonly string[] => warnings.map(({ code }) => code);

describe("weightedPipeline against an independent computation", () => {
  it("judges each offer by its age", () => {
    const { rows, history, open, drafts, total, method } = weightedPipeline(referenceBook, { asOf });
    expect(rows.map((row) => row.offerId)).toEqual(expected.offers.map((offer) => offer.id));
    expect(rows.map((row) => row.ageDays)).toEqual(expected.offers.map((offer) => offer.age));
    rows.forEach((row, at) => {
      expect(row.probability).toBeCloseTo(expected.offers[at]?.byAge as number, 13);
    });
    expect(history).toMatchObject({ won: expected.won });
    expect((history?.lost ?? 0) + (history?.withdrawn ?? 0)).toBe(expected.other);
    expect(history?.undecided).toBeCloseTo(expected.undecided, 13);
    expect(method).toEqual({ source: "learned", age: true, by: [], stages: [], rates: [] });
    expect(drafts.offers).toBe(6);
    expect(total.offers).toBe(open.offers + drafts.offers);
    const sum = rows.reduce((all, row) => all + (row.expectedValue ?? Number.NaN), 0);
    expect(total.wonValue?.expected).toBeCloseTo(sum, 6);
  });

  it("moves the odds by group, shrunken", () => {
    const { rows, method } = weightedPipeline(referenceBook, { asOf, learn: { by: "seller" } });
    for (const { group, won, decided, used } of method.rates) {
      const [seller] = group as readonly [keyof typeof expected.sellers];
      expect([won, decided]).toEqual(expected.sellers[seller].slice(0, 2));
      expect(used).toBeCloseTo(expected.sellers[seller][2] as number, 7);
    }
    rows.forEach((row, at) => {
      expect(row.probability).toBeCloseTo(expected.offers[at]?.bySeller as number, 7);
    });
    const without = weightedPipeline(referenceBook, { asOf, learn: { by: ["seller"], age: false } });
    without.rows.forEach((row, at) => {
      expect(row.probability).toBeCloseTo(expected.offers[at]?.sellerOnly as number, 7);
    });
  });

  it("moves the odds by the stage that was reached", () => {
    const { stages } = expected;
    const { rows, method, warnings } = weightedPipeline(referenceBook, { asOf, learn: { stages } });
    for (const { group, used } of method.rates) {
      expect(used).toBeCloseTo(expected.stageRates[group[0] as keyof typeof expected.stageRates], 13);
    }
    rows.forEach((row, at) => {
      expect(row.probability).toBeCloseTo(expected.offers[at]?.byStage as number, 12);
    });
    expect(codes(warnings)).not.toContain("unknown-stage");
    const fewer = weightedPipeline(referenceBook, { asOf, learn: { stages: ["Lead", "Negotiation"] } });
    expect(codes(fewer.warnings)).toContain("unknown-stage");
    expect(fewer.rows.some((row) => row.basis === "no-group-history")).toBe(true);
    const without = weightedPipeline(referenceBook, { asOf, learn: { stages, age: false } });
    without.rows.forEach((row, at) => {
      expect(row.probability).toBeCloseTo(expected.offers[at]?.stageOnly as number, 13);
    });
  });

  it("gives intervals of given probabilities that agree with the exact distribution", () => {
    for (const given of reference.given) {
      const rows = given.values.map((value, id) => ({ id, status: "open", submitted: "2025-01-01", value }));
      const book = offerBook(rows, { id: "id", customer: () => "A" }, { until: "2025-02-01" });
      const probabilities = given.probabilities.map((probability, offerId) => ({ offerId, probability }));
      [0.5, 0.8, 0.95].forEach((level, at) => {
        const { open } = weightedPipeline(book, { probabilities, level });
        const [lower = 0, upper = 0] = given.wins[at] ?? [];
        // 2,000 draws: the standard error of the limits of a 95 % interval is 6 % of a standard deviation; whole numbers may differ by 1.
        const tolerance = 0.2 * given.sdWins + 1e-9;
        expect(Math.abs((open.wins?.lower ?? Number.NaN) - lower)).toBeLessThanOrEqual(
          Math.max(1, tolerance),
        );
        expect(Math.abs((open.wins?.upper ?? Number.NaN) - upper)).toBeLessThanOrEqual(
          Math.max(1, tolerance),
        );
        const [least = 0, most = 0] = given.wonValue[at] ?? [];
        const { expected: mean, lower: low, upper: high } = open.wonValue as PipelineExpectation;
        // An interval reaches at least to what is expected.
        expect(Math.abs(low - Math.min(least, mean))).toBeLessThanOrEqual(0.2 * given.sdValue);
        expect(Math.abs(high - Math.max(most, mean))).toBeLessThanOrEqual(0.2 * given.sdValue);
      });
    }
  });
});

describe("weightedPipeline", () => {
  // Two won after 10 days, one lost after 20, one open for 15 and one for 30 days.
  const small = smallBook(
    [
      { status: "won", from: 0, days: 10, value: 50 },
      { status: "won", from: 1, days: 10, value: 70 },
      { status: "lost", from: 2, days: 20 },
      { status: "open", from: 25, value: 80, stage: "Proposal", seller: "Jo" },
      { status: "open", from: 10, value: 40 },
      { status: "open", from: null, value: 30 },
    ],
    40,
  );

  it("is worked out by hand", () => {
    const { rows, open, drafts, warnings } = weightedPipeline(small);
    // At day 10 five are at risk and two won: 2 ÷ 5 of all. Later nobody won.
    expect(rows.map((row) => row.probability)).toEqual([0, 0, 0.4]);
    expect(rows.map((row) => row.basis)).toEqual(["history", "older-than-any-decision", "history"]);
    expect(rows[2]).toMatchObject({ standing: "draft", ageDays: null, expectedValue: 12 });
    expect([open.offers, open.value, open.wins?.expected]).toEqual([2, 120, 0]);
    expect([drafts.offers, drafts.value, drafts.wins?.expected]).toEqual([1, 30, 0.4]);
    expect(codes(warnings)).toEqual(["undecided-offers", "older-than-any-decision"]);
  });

  it("takes probabilities as given: one number, by stage, by offer", () => {
    expect(weightedPipeline(small, { probabilities: 0.25 }).total.wonValue?.expected).toBe(0.25 * 150);
    const byStage = weightedPipeline(small, { probabilities: { Lead: 0.1, Proposal: 0.5 } });
    expect(byStage.rows.map((row) => row.probability)).toEqual([0.5, 0.1, 0.1]);
    expect(byStage.history).toBeNull();
    const byOffer = weightedPipeline(small, { probabilities: [{ offerId: 3, probability: 1 }] });
    expect(byOffer.rows.map((row) => row.basis)).toEqual(["given", "unknown", "unknown"]);
    expect(byOffer.open).toEqual({
      offers: 2,
      withoutProbability: 1,
      value: 120,
      wins: { expected: 1, lower: 1, upper: 1 },
      wonValue: { expected: 80, lower: 80, upper: 80 },
    });
    expect(byOffer.drafts).toMatchObject({ offers: 1, withoutProbability: 1, wins: null, wonValue: null });
    expect(codes(byOffer.warnings)).toEqual(["without-probability"]);
  });

  it("breaks the pipeline down by a key, and the parts make the whole", () => {
    const { groups, open, drafts } = weightedPipeline(small, { by: "seller", probabilities: 0.5 });
    expect(groups.map(({ group }) => group)).toEqual(["Jo", "Ida"]);
    const sum = (of: (total: PipelineTotal) => number, which: "open" | "drafts"): number =>
      groups.reduce((all, group) => all + of(group[which]), 0);
    expect(sum((total) => total.offers, "open")).toBe(open.offers);
    expect(sum((total) => total.wonValue?.expected ?? 0, "open")).toBe(open.wonValue?.expected);
    expect(sum((total) => total.wins?.expected ?? 0, "drafts")).toBe(drafts.wins?.expected);
  });

  it("judges as of any day: what was decided later was open then", () => {
    const { rows, history } = weightedPipeline(small, { asOf: "2025-01-11" });
    expect(history).toMatchObject({ won: 1, lost: 0, open: 3, longestDecision: 10 });
    // Offers 1, 2 and 4 are open; of the two that came as far as day 10, offer 0 was won, and offer 1 is 9 days old.
    expect(rows.map((row) => row.offerId)).toEqual([1, 2, 4, 5]);
    expect(rows.map((row) => row.probability)).toEqual([1, 1, 1, 1]);
  });

  it("does not believe in certainty where all decided offers were won, or none", () => {
    const fate = (status: "won" | "lost"): ReturnType<typeof weightedPipeline> =>
      weightedPipeline(
        smallBook(
          [
            ...[1, 2, 3, 4, 5].map((from) => ({ status, from, days: 5 + from })),
            ...Array.from({ length: 40 }, () => ({ status: "open" as const, from: 19 })),
          ],
          20,
        ),
      );
    const won = fate("won");
    expect(won.rows[0]?.probability).toBe(1);
    expect(won.open.wins?.upper).toBe(40);
    expect(won.open.wins?.lower).toBeLessThan(36);
    expect(codes(won.warnings)).toContain("one-outcome");
    const lost = fate("lost");
    expect(lost.rows[0]?.probability).toBe(0);
    expect(lost.open.wins?.lower).toBe(0);
    expect(lost.open.wins?.upper).toBeGreaterThan(4);
  });

  it("learns nothing from nothing, and says so", () => {
    const { rows, open, method, warnings } = weightedPipeline(smallBook([{ status: "open", from: 0 }], 10));
    expect(rows[0]).toMatchObject({ probability: null, basis: "unknown", expectedValue: null, value: 100 });
    expect(open).toEqual({ offers: 1, withoutProbability: 1, value: 100, wins: null, wonValue: null });
    expect(method.source).toBe("none");
    expect(codes(warnings)).toEqual(["nothing-decided"]);
    const empty = weightedPipeline(smallBook([{ status: "won", from: 0, days: 3 }], 10));
    expect(empty.total).toEqual({
      offers: 0,
      withoutProbability: 0,
      value: 0,
      wins: { expected: 0, lower: 0, upper: 0 },
      wonValue: { expected: 0, lower: 0, upper: 0 },
    });
    expect(codes(empty.warnings)).toContain("no-offers");
    const none = offerBook([], {}, { until: "2025-01-31" });
    expect(weightedPipeline(none).rows).toEqual([]);
  });

  it("tells of groups without history, groups alike, missing values and a day after the end", () => {
    const decided = [0, 1, 2, 3].flatMap((from) => [
      { status: "won" as const, from, days: 3, seller: "Ida" },
      { status: "lost" as const, from, days: 4, seller: "Jo" },
    ]);
    const fresh = smallBook([...decided, { status: "open", from: 9, seller: "Kim" }], 10);
    const learned = weightedPipeline(fresh, { learn: { by: "seller" } });
    expect(learned.rows[0]?.basis).toBe("no-group-history");
    expect(codes(learned.warnings)).toContain("no-group-history");
    const alike = smallBook(
      decided.map((offer, at) => ({ ...offer, seller: at % 4 < 2 ? "Ida" : "Jo" })),
      10,
    );
    expect(codes(weightedPipeline(alike, { learn: { by: "seller" } }).warnings)).toContain("groups-alike");
    const valueless = offerBook(
      [
        { customerId: "A", status: "won", submitted: "2025-01-01", decided: "2025-01-05" },
        { customerId: "B", status: "open", submitted: "2025-01-04" },
      ],
      {},
      { until: "2025-01-06" },
    );
    const late = weightedPipeline(valueless, { asOf: "2025-01-07" });
    expect(late.open).toMatchObject({ value: null, wonValue: null });
    expect(codes(late.warnings)).toEqual(expect.arrayContaining(["no-values", "after-end"]));
  });

  it("is plain data, the same for the same seed", () => {
    const result = weightedPipeline(referenceBook, { asOf, by: "seller", learn: { by: "seller" }, seed: 4 });
    expect(structuredClone(result)).toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(weightedPipeline(referenceBook, { asOf, by: "seller", learn: { by: "seller" }, seed: 4 })).toEqual(
      result,
    );
  });

  it("refuses what it cannot use", () => {
    const message = (options: object): string => dataErrorOf(() => weightedPipeline(small, options)).message;
    expect(message({ learned: {} })).toContain("options.learned: There is no such name here");
    expect(message({ learn: { key: "seller" } })).toContain("learn.key: There is no such name here");
    expect(message({ learn: { by: "sellr" } })).toContain('The book has no key "sellr"');
    expect(message({ by: "sellr" })).toContain('The book has no key "sellr"');
    expect(message({ learn: { by: ["seller", "seller"] } })).toContain("stands there twice");
    expect(message({ learn: { by: [] } })).toContain("no list of names");
    expect(message({ learn: { by: "seller", stages: ["Lead"] } })).toContain("not by both");
    expect(message({ learn: { age: "yes" } })).toContain("neither true nor false");
    expect(message({ learn: {}, probabilities: 0.5 })).toContain("either passed or learned");
    expect(message({ probabilities: 1.5 })).toContain("at most 1");
    expect(message({ probabilities: "high" })).toContain("no number, no record by stage");
    expect(message({ probabilities: { Propsal: 0.5 } })).toContain("No offer has this stage");
    expect(message({ probabilities: { Lead: -1 } })).toContain("probabilities.Lead");
    expect(message({ level: 1 })).toContain("level");
    expect(message({ seed: 0.5 })).toContain("seed");
    const faulty = dataErrorOf(() =>
      weightedPipeline(small, {
        probabilities: [
          { offerId: 3, probability: 0.5 },
          { offerId: 3, probability: 0.6 },
          { offerId: 99, probability: 0.6 },
          { offerId: 4, probability: Number.NaN },
          null as never,
        ],
      }),
    );
    expect(faulty.byCode).toEqual({ duplicate_offer: 1, invalid_value: 2, invalid_row: 1 });
    expect(dataErrorOf(() => weightedPipeline([] as never)).message).toContain("no book of offers");
    expect(dataErrorOf(() => weightedPipeline(small, null as never)).message).toContain("no record");
  });
});
