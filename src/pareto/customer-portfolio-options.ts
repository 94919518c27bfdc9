import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkNumber } from "../rows/options.ts";
import type { PortfolioAxis, PortfolioAxisName } from "./customer-portfolio-axis.ts";

/** The two axes of a portfolio, and where the fields meet. */
export interface CustomerPortfolioOptions<Row> {
  /** How worthwhile the customer is, whoever supplies: need, growth, margins. A figure, or criteria for a score. */
  readonly attractiveness: PortfolioAxis<Row>;
  /** How strong the own position with the customer is: share of wallet, length of the relation. A figure, or criteria for a score. */
  readonly position: PortfolioAxis<Row>;
  /** The customer's id. Default the field `customerId`. */
  readonly id?: Accessor<Row, CustomerId>;
  /** What is added up for each field, e.g. revenue. Default nothing. */
  readonly value?: Accessor<Row, number>;
  /** Where the fields meet, on the scale of each axis; who lies on a limit belongs to the higher side. Default the medians. */
  readonly limits?: PortfolioLimitOptions;
}

/** Where the fields meet; the median of an axis that is left out. */
export type PortfolioLimitOptions = { readonly [Axis in PortfolioAxisName]?: number };

const NAMES = {
  attractiveness: true,
  position: true,
  id: true,
  value: true,
  limits: true,
} satisfies Record<keyof CustomerPortfolioOptions<unknown>, true>;

const AXIS_NAMES = { attractiveness: true, position: true } satisfies Record<PortfolioAxisName, true>;

/** Refuses names that are no options, and limits that are no numbers; returns the limits. */
export function portfolioLimits<Row>(options: CustomerPortfolioOptions<Row>): PortfolioLimitOptions {
  checkNames("options", options, NAMES);
  const { limits = {} } = options;
  checkNames("limits", limits, AXIS_NAMES);
  if (limits.attractiveness !== undefined) checkNumber("limits.attractiveness", limits.attractiveness);
  if (limits.position !== undefined) checkNumber("limits.position", limits.position);
  return limits;
}
