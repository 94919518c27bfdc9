/** The options of the demo; those that stand without a value say so. */
export const OPTIONS = {
  customer: { type: "string" },
  date: { type: "string" },
  amount: { type: "string" },
  quantity: { type: "string" },
  price: { type: "string" },
  order: { type: "string" },
  delimiter: { type: "string" },
  decimal: { type: "string" },
  "date-format": { type: "string" },
  lang: { type: "string" },
  "as-of": { type: "string" },
  "time-zone": { type: "string" },
  unit: { type: "string" },
  "horizon-months": { type: "string" },
  "discount-rate": { type: "string" },
  "margin-rate": { type: "string" },
  "new-months": { type: "string" },
  "active-months": { type: "string" },
  "lost-months": { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export type OptionName = keyof typeof OPTIONS;

export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[];

export function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

/** The options that only a file needs. */
export const FILE_OPTIONS: readonly OptionName[] = [
  "customer",
  "date",
  "amount",
  "quantity",
  "price",
  "order",
  "delimiter",
  "decimal",
  "date-format",
];
