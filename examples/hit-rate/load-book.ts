import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type OfferBook, offerBook, simulateOffers } from "clientele";
import { parse } from "csv-parse/sync";

/** A book of offers, where it is from in words, and the keys by which it can be looked at. */
export interface FoundBook {
  readonly source: string;
  readonly book: OfferBook;
  readonly keys: readonly string[];
}

/** The offers of the CRM in a folder, or invented ones if there is none. */
export function loadBook(folder: string): FoundBook {
  return existsSync(join(folder, "sales_pipeline.csv")) ? crmBook(folder) : inventedBook(folder);
}

interface Deal {
  readonly opportunity_id: string;
  readonly sales_agent: string;
  readonly product: string;
  readonly account: string;
  readonly deal_stage: string;
  readonly engage_date: string;
  readonly close_date: string;
  readonly close_value: string;
}

function crmBook(folder: string): FoundBook {
  const prices = new Map(
    csv<{ product: string; sales_price: string }>(folder, "products.csv").map(
      ({ product, sales_price }) => [product, Number(sales_price)] as const,
    ),
  );
  const teams = new Map(
    csv<{ sales_agent: string; manager: string; regional_office: string }>(folder, "sales_teams.csv").map(
      (team) => [team.sales_agent, team] as const,
    ),
  );
  const deals = csv<Deal>(folder, "sales_pipeline.csv");
  // The pipeline writes one product in one word, the price list in two.
  const productOf = ({ product }: Deal): string => (product === "GTXPro" ? "GTX Pro" : product);
  const book = offerBook(
    deals,
    {
      id: "opportunity_id",
      customer: "account",
      status: "deal_stage",
      submitted: "engage_date",
      decided: "close_date",
      // Deals that were lost have no value in this CRM, so what was offered is the list price.
      value: (deal) => prices.get(productOf(deal)),
      wonValue: (deal) => (deal.close_value === "" ? null : Number(deal.close_value)),
      keys: {
        agent: "sales_agent",
        product: productOf,
        manager: (deal) => teams.get(deal.sales_agent)?.manager,
        region: (deal) => teams.get(deal.sales_agent)?.regional_office,
      },
    },
    { statuses: { Won: "won", Lost: "lost", Engaging: "open", Prospecting: "open" } },
  );
  return {
    source: `The deals of ${join(folder, "sales_pipeline.csv")}.`,
    book,
    keys: ["agent", "manager", "region", "product"],
  };
}

function csv<Row>(folder: string, file: string): readonly Row[] {
  return parse(readFileSync(join(folder, file)), { columns: true, bom: true }) as readonly Row[];
}

function inventedBook(folder: string): FoundBook {
  const book = offerBook(simulateOffers({ offers: 1200, seed: 6, sellers: 12 }), {
    id: "offerId",
    wonValue: "wonValue",
    cost: "cost",
    hours: "hours",
    margin: "margin",
    keys: { seller: "seller", product: "product" },
  });
  return {
    source: `${folder} holds no sales_pipeline.csv: these are invented offers.`,
    book,
    keys: ["seller", "product"],
  };
}
