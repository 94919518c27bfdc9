import { expect, it } from "vitest";
import { fitWinModel } from "../../src/hitrate/win-model-fit.ts";
import { winProbabilities } from "../../src/hitrate/win-probabilities.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";

type Field = "opportunity_id" | "sales_agent" | "product" | "account" | "deal_stage" | "engage_date";
type Deal = Readonly<Record<Field | "close_date" | "close_value", string>>;

describeWithData("8,800 opportunities of a sales team", "crm_maven/sales_pipeline.csv", (path) => {
  const deals = csvRows<keyof Deal>(path);
  const prices = new Map(
    csvRows<"product" | "sales_price">(new URL("products.csv", path)).map((row) => [
      row.product.replace(" ", ""),
      Number(row.sales_price),
    ]),
  );
  const bookBy = (value: (deal: Deal) => number) =>
    offerBook(
      deals,
      {
        id: "opportunity_id",
        customer: (deal) => deal.account || null,
        status: "deal_stage",
        submitted: (deal) => deal.engage_date || null,
        decided: (deal) => deal.close_date || null,
        value,
        keys: { seller: "sales_agent", product: "product", account: (deal) => deal.account || null },
      },
      { statuses: { Won: "won", Lost: "lost", Engaging: "open", Prospecting: "open" } },
    );
  const book = bookBy((deal) => prices.get(deal.product.replace(" ", "")) ?? 0);

  it("say of seller, product and list price nearly nothing about who wins", () => {
    const model = fitWinModel(book, { features: ["seller", "product", "value"] });
    expect(model.offers).toEqual({ won: 4238, lost: 2473, withdrawn: 0, open: 2089, drafts: 500 });
    const { quality, rateBrier } = model.holdout ?? {};
    // From a fit of the same rows in numpy; its AUC has a few ties broken by rounding.
    expect(model.holdout?.from).toBe("2017-09-29");
    expect([model.holdout?.trainingOffers, model.holdout?.offers]).toEqual([4680, 2031]);
    expect(Math.abs((quality?.auc ?? 9) - 0.5275328470418852)).toBeLessThan(1e-5);
    expect(Math.abs((quality?.brier ?? 9) - 0.23970540955710637)).toBeLessThan(1e-12);
    expect(Math.abs((rateBrier ?? 9) - 0.23960235568499783)).toBeLessThan(1e-14);
    expect(model.warnings.map(({ code }) => code)).toEqual(["no-better-than-rate"]);
    expect(winProbabilities(model, book)).toHaveLength(2089);
  });

  it("have values that tell the outcome, and are refused", () => {
    const closed = bookBy((deal) => Number(deal.close_value));
    const error = dataErrorOf(() => fitWinModel(closed, { features: ["value"] }));
    expect(error.message).toContain("0 % of won and 100 % of lost");
  });

  it("lack the account while they are open", () => {
    const { warnings } = fitWinModel(book, { features: ["account"], minimum: 50 });
    expect(warnings[0]?.code).toBe("missing-while-open");
  });
});
