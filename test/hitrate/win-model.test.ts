import { describe, expect, it } from "vitest";
import type { WinModel } from "../../src/hitrate/win-model.ts";
import { fitWinModel } from "../../src/hitrate/win-model-fit.ts";
import { readWinModel } from "../../src/hitrate/win-model-read.ts";
import { winProbabilities } from "../../src/hitrate/win-probabilities.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { simulateOffers } from "../../src/offers/simulate-offers.ts";
import { logisticProbability } from "../../src/statistics/logistic-probability.ts";
import { logisticRegression } from "../../src/statistics/logistic-regression.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = simulateOffers({ offers: 3000, seed: 11 });
const columns = { id: "offerId", keys: { seller: "seller", product: "product" } } as const;
const book = offerBook(rows, columns);
const features = ["seller", "product", "value"];
const model = fitWinModel(book, { features });

describe("a model of wins", () => {
  it("is the logistic regression of the decided offers, compared with the level that has most", () => {
    const decided = rows.filter(({ status }) => status === "won" || status === "lost");
    const [seller, product] = model.logistic.covariates;
    const plain = logisticRegression(decided, {
      outcome: (row) => row.status === "won",
      covariates: [
        { name: "seller", reference: seller?.kind === "category" ? seller.reference : "" },
        { name: "product", reference: product?.kind === "category" ? product.reference : "" },
        { name: "log(1 + value)", value: (row) => Math.log1p(row.value) },
      ],
      penalty: { ridge: 10 },
    });
    expect(model.logistic).toEqual(plain);
    const largest = model.features[0]?.levels[0];
    expect(largest?.level).toBe(seller?.kind === "category" ? seller.reference : "");
    const ofLargest = decided.filter((row) => row.seller === largest?.level);
    expect(largest?.offers).toBe(ofLargest.length);
    expect(largest?.won).toBe(ofLargest.filter(({ status }) => status === "won").length);
    expect(model.offers.won + model.offers.lost).toBe(decided.length);
    expect(model.logistic.observations).toBe(decided.length);
  });

  it("comes near the truth, and its probabilities near the true ones", () => {
    const truth = new Map(rows.map(({ offerId, winProbability }) => [offerId, winProbability]));
    const scored = winProbabilities(model, book);
    const errors = scored.map(({ offerId, probability }) =>
      Math.abs(probability - (truth.get(String(offerId)) ?? 9)),
    );
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const covered = scored.filter(({ offerId, lower, upper }) => {
      const p = truth.get(String(offerId)) ?? 9;
      return (lower ?? 9) <= p && p <= (upper ?? -9);
    });
    expect(mean).toBeLessThan(0.03);
    expect(covered.length / scored.length).toBeGreaterThan(0.85);
    expect(model.holdout?.quality.auc ?? 0).toBeGreaterThan(0.55);
    expect(model.warnings).toEqual([]);
  });

  it("scores open offers and drafts alone, as the logistic regression would", () => {
    const scored = winProbabilities(model, book);
    const open = rows.filter(({ status }) => status === "open");
    expect(scored.map(({ offerId }) => offerId)).toEqual(open.map(({ offerId }) => offerId));
    expect(scored.length).toBe(model.offers.open);
    const first = open[0];
    const { probability, lower, upper } = logisticProbability(model.logistic, {
      seller: first?.seller,
      product: first?.product,
      "log(1 + value)": Math.log1p(first?.value ?? 0),
    });
    expect(scored[0]?.probability).toBeCloseTo(probability, 12);
    expect(scored[0]?.lower).toBeCloseTo(lower ?? 9, 12);
    expect(scored[0]?.upper).toBeCloseTo(upper ?? 9, 12);
    expect(scored[0]?.customerId).toBe(first?.customerId);
    expect(scored[0]?.unseen).toEqual([]);
  });

  it("knows nothing of what was decided after its day", () => {
    const asOf = "2025-03-31";
    const early = rows
      .filter(({ submitted }) => submitted !== null && submitted <= asOf)
      .map((row) =>
        row.decided !== null && row.decided > asOf ? { ...row, status: "open" as const, decided: null } : row,
      );
    const then = offerBook(early, columns, { until: asOf });
    expect(fitWinModel(book, { features, asOf })).toEqual(fitWinModel(then, { features }));
  });

  it("is tested on offers that were decided later than those it learnt from", () => {
    const from = "2025-07-01";
    const { holdout } = fitWinModel(book, { features, holdout: { from } });
    const decided = rows.filter(({ status }) => status === "won" || status === "lost");
    expect(holdout?.from).toBe(from);
    expect(holdout?.offers).toBe(decided.filter((row) => (row.decided ?? "") >= from).length);
    expect(holdout?.trainingOffers).toBe(decided.length - (holdout?.offers ?? 0));
    expect(fitWinModel(book, { features, holdout: null }).holdout).toBeNull();
    const none = fitWinModel(book, { features, holdout: { from: "2031-01-01" } });
    expect(none.holdout).toBeNull();
    expect(none.warnings.map(({ code }) => code)).toEqual(["no-holdout"]);
  });

  it("counts withdrawn offers as lost if asked", () => {
    const strict = fitWinModel(book, { features, withdrawn: "lost" });
    expect(strict.withdrawn).toBe("lost");
    expect(strict.logistic.observations).toBe(model.logistic.observations + model.offers.withdrawn);
    expect(strict.logistic.events).toBe(model.logistic.events);
  });

  it("is plain data that can be read back, and refused if it is broken", () => {
    const again = readWinModel(JSON.parse(JSON.stringify(model)));
    expect(again).toEqual(model);
    expect(winProbabilities(again, book)).toEqual(winProbabilities(model, book));
    const broken = (json: unknown) => dataErrorOf(() => readWinModel(json));
    expect(broken(JSON.stringify(model)).message).toContain("readWinModel(JSON.parse(text))");
    expect(broken({ ...model, kind: "logistic" }).issues[0]?.field).toBe("kind");
    expect(broken({ ...model, features: model.features.slice(1) }).issues[0]?.field).toBe("features");
    expect(broken({ ...model, features: [...model.features].reverse() }).message).toContain("must be");
    expect(broken({ ...model, logistic: { ...model.logistic, level: 2 } }).message).toContain("level");
  });
});

interface Plain {
  readonly status: "open" | "won" | "lost";
  readonly submitted: string;
  readonly decided: string | null;
  readonly value: number;
  readonly seller: string | null;
}

const day = (i: number): string => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);

/** Offers of which every third is won, the last `open` of them undecided. */
function plainBook(count: number, open: number, change: (offer: Plain, i: number) => Plain) {
  const offers = Array.from({ length: count }, (_, i): Plain => {
    const status = i >= count - open ? "open" : i % 3 === 0 ? "won" : "lost";
    const decided = status === "open" ? null : day(i + 20);
    return change(
      {
        status,
        submitted: day(i),
        decided,
        value: 100 + ((i * 7) % 50),
        seller: ["Ida", "Jo"][i % 2] ?? null,
      },
      i,
    );
  });
  return offerBook(offers, { customer: () => "C", keys: { seller: "seller" } });
}

describe("features that know the outcome", () => {
  const refusal = (features: readonly string[], of: typeof book = book) =>
    dataErrorOf(() => fitWinModel(of, { features }));

  it("are refused by name", () => {
    expect(refusal(["stage"]).message).toContain("only after the decision");
    expect(refusal(["wonValue"]).message).toContain("known only when the outcome is");
    expect(refusal(["decided"]).issues[0]?.field).toBe("features[0]");
  });

  it("are refused if lost offers have a value of 0", () => {
    const zeroed = plainBook(60, 10, (offer) => (offer.status === "lost" ? { ...offer, value: 0 } : offer));
    expect(refusal(["seller", "value"], zeroed).message).toContain("0 % of won and 100 % of lost");
    expect(fitWinModel(zeroed, { features: ["seller"] }).features).toHaveLength(1);
  });

  it("are refused if they are named only when an offer is lost, or decided", () => {
    const reasons = plainBook(60, 10, (offer) =>
      offer.status === "lost" ? offer : { ...offer, seller: null },
    );
    expect(refusal(["seller"], reasons).message).toContain("would tell it");
    const late = plainBook(60, 10, (offer) => (offer.status === "open" ? { ...offer, seller: null } : offer));
    expect(refusal(["seller"], late).message).toContain("100 % of open and 0 % of decided");
  });

  it("are doubted if open offers lack them more often, and if they foretell too well", () => {
    const some = plainBook(60, 10, (offer, i) =>
      offer.status === "open" && i % 2 === 0 ? { ...offer, seller: null } : offer,
    );
    const doubted = fitWinModel(some, { features: ["seller"] });
    expect(doubted.warnings.map(({ code }) => code)).toContain("missing-while-open");
    const telling = plainBook(90, 10, (offer, i) => ({ ...offer, seller: i % 3 === 0 ? "Ida" : "Jo" }));
    expect(fitWinModel(telling, { features: ["seller"] }).warnings.map(({ code }) => code)).toEqual([
      "too-good",
    ]);
  });
});

describe("levels", () => {
  it("with few offers stand together, and new ones with them", () => {
    const sparse = plainBook(100, 10, (offer, i) => (i % 20 === 5 ? { ...offer, seller: `S${i}` } : offer));
    const { features, logistic, ...rest } = fitWinModel(sparse, { features: ["seller"] });
    expect(features[0]?.levels.map(({ level }) => level)).toContain("(other)");
    expect(features[0]?.pooled).toEqual(["S25", "S45", "S5", "S65", "S85"]);
    const scored = winProbabilities(
      { features, logistic, ...rest },
      plainBook(100, 10, (offer, i) => (i === 95 ? { ...offer, seller: "New" } : offer)),
    );
    const unseen = scored.find((row) => row.unseen.length > 0);
    expect(unseen?.unseen).toEqual(["seller"]);
    expect(unseen?.offerId).toBe(95);
    expect(unseen?.probability).toBeCloseTo(
      logisticProbability(logistic, { seller: "(other)" }).probability,
      12,
    );
  });

  it("that nobody had are the mean of all, where none were rare", () => {
    const fitted = fitWinModel(
      plainBook(100, 10, (offer) => offer),
      { features: ["seller"] },
    );
    const scored = winProbabilities(
      fitted,
      plainBook(100, 10, (offer, i) => (i === 95 ? { ...offer, seller: null } : offer)),
    );
    const levels = fitted.features[0]?.levels ?? [];
    const mean = levels.reduce(
      (sum, { level, offers }) =>
        sum + (offers / 90) * logisticProbability(fitted.logistic, { seller: level }).logOdds,
      0,
    );
    const unseen = scored.find((row) => row.unseen.length > 0);
    expect(unseen?.probability).toBeCloseTo(1 / (1 + Math.exp(-mean)), 12);
  });

  it("that are the same for all leave the feature out", () => {
    const same = plainBook(100, 10, (offer) => ({ ...offer, seller: "Ida" }));
    const both = fitWinModel(same, { features: ["seller", "value"] });
    expect(both.features.map(({ feature }) => feature)).toEqual(["value"]);
    expect(both.warnings[0]?.code).toBe("feature-left-out");
    expect(dataErrorOf(() => fitWinModel(same, { features: ["seller"] })).issues[0]?.code).toBe(
      "not_enough_data",
    );
  });

  it("of months are those of the calendar", () => {
    const { features } = fitWinModel(book, { features: ["submittedMonth"] });
    expect(features[0]?.levels.map(({ level }) => level).sort()).toEqual(
      Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0")),
    );
  });
});

describe("wrong calls", () => {
  const fault = (options: object, of: unknown = book) =>
    dataErrorOf(() => fitWinModel(of as typeof book, options as never));
  it.each([
    [{}, "at least one feature"],
    [{ features: ["seler"] }, '"seller"'],
    [{ features: ["seller", "seller"] }, "named twice"],
    [{ features, minimun: 3 }, "no such name"],
    [{ features, minimum: 0 }, "minimum"],
    [{ features, withdrawn: "won" }, '"excluded"'],
    [{ features, holdout: {} }, "either"],
    [{ features, holdout: { share: 2 } }, "holdout.share"],
    [{ features, penalty: { ridge: -1 } }, "penalty.ridge"],
    [{ features, asOf: "2020-01-01" }, "both are needed"],
  ])("are refused: %j", (options, message) => {
    expect(fault(options).message).toContain(message);
  });

  it("are refused without a book or a model", () => {
    expect(fault({ features }, rows).message).toContain("no book");
    expect(dataErrorOf(() => winProbabilities({} as WinModel, book)).issues[0]?.code).toBe("invalid_model");
    const bare = offerBook(rows, { id: "offerId" });
    expect(dataErrorOf(() => winProbabilities(model, bare)).message).toContain("no key");
  });
});
