import {
  abcClasses,
  assignClusters,
  type CustomerSummary,
  describeSegments,
  keyAccounts,
  kMeans,
  type RfmCustomer,
  summarizeBy,
  valueTiers,
} from "clientele";

/** A part of a cut. */
export interface Part {
  readonly name: string;
  readonly customers: number;
  readonly revenue: number;
  readonly shareOfRevenue: number | null;
  /** What else is to be said of it. */
  readonly remark: string;
}

/** A base cut into parts, whichever way. */
export interface Cut {
  readonly title: string;
  readonly parts: readonly Part[];
}

type Customers = readonly CustomerSummary[];

export function abcCut(customers: Customers): Cut {
  const { classes } = abcClasses(customers, "revenue");
  return {
    title: "ABC: 80 % and 95 % of revenue",
    parts: classes.map(({ class: name, customers: size, value, shareOfValue, lowest }) => ({
      name,
      customers: size,
      revenue: value,
      shareOfRevenue: shareOfValue,
      remark: lowest === null ? "" : `from ${lowest.toFixed(2)}`,
    })),
  };
}

export function keyAccountCut(customers: Customers): Cut {
  const { summary } = keyAccounts(customers, "revenue");
  const { keyAccountValue, otherValue, shareOfValue } = summary;
  return {
    title: "Key accounts: half of revenue",
    parts: [
      part("key accounts", summary.keyAccounts, keyAccountValue, shareOfValue),
      part(
        "others",
        summary.customers - summary.keyAccounts,
        otherValue,
        shareOfValue === null ? null : 1 - shareOfValue,
      ),
    ],
  };
}

export function tierCut(customers: Customers): Cut {
  const { rows, warnings } = valueTiers(customers, "revenue");
  // Rows of the result stand in the order of the input.
  const tiered = customers.map((customer, i) => ({ ...customer, tier: rows[i]?.tier ?? "" }));
  const byTier = summarizeBy(tiered, "tier", {
    values: { revenue: "revenue" },
    rates: { again: ({ orders }) => orders > 1 },
    sortBy: "revenue",
  });
  return {
    title: ["Heavy, medium and light users", ...warnings.map(({ message }) => message)].join("\n"),
    parts: byTier.rows.map(({ group, customers: size, values, rates }) => ({
      ...part(String(group), size, values.revenue.sum, values.revenue.share),
      remark: `${(100 * (rates.again.rate ?? 0)).toFixed(0)} % bought again`,
    })),
  };
}

export function rfmCut(customers: readonly RfmCustomer[]): Cut {
  const { segments } = describeSegments(customers, "segment", {
    features: { days: "daysSinceLastPurchase", orders: "orders" },
  });
  return {
    title: "RFM",
    parts: segments.map(({ segment, customers: size, revenue, shareOfRevenue, medians }) => ({
      ...part(String(segment), size, revenue, shareOfRevenue),
      remark: `medians: days ${medians.days}, orders ${medians.orders}`,
    })),
  };
}

/** Clusters by logarithms, since a few customers bring a hundred times what others do. */
export function clusterCut(customers: readonly RfmCustomer[]): Cut {
  const model = kMeans(
    customers,
    ["daysSinceLastPurchase", "orders", { name: "revenue", value: ({ revenue }) => Math.max(revenue, 0) }],
    { clusters: 4, seed: 7, transform: "log1p" },
  );
  const clusters = assignClusters(model, customers, {
    features: { revenue: ({ revenue }) => Math.max(revenue, 0) },
  });
  const clustered = customers.map((customer, i) => ({ ...customer, cluster: clusters[i]?.cluster ?? 0 }));
  const { segments } = describeSegments(clustered, "cluster", {
    features: { days: "daysSinceLastPurchase", orders: "orders" },
  });
  return {
    title: `Clusters (k-means on logarithms): between them ${(100 * (model.betweenShare ?? 0)).toFixed(1)} % of the differences`,
    parts: segments.map(({ segment, customers: size, revenue, shareOfRevenue, medians }) => ({
      ...part(`cluster ${segment}`, size, revenue, shareOfRevenue),
      remark: `medians: days ${medians.days}, orders ${medians.orders}`,
    })),
  };
}

function part(name: string, customers: number, revenue: number, shareOfRevenue: number | null): Part {
  return { name, customers, revenue, shareOfRevenue, remark: "" };
}
