import type { CriterionDirection, CriterionNormalisation } from "./account-criterion.ts";
import type { AccountWarningCode } from "./account-warnings.ts";
import type { ConcentrationBand } from "./concentration-risk-result.ts";
import type { PortfolioAxisName } from "./customer-portfolio-axis.ts";
import type { PortfolioField } from "./customer-portfolio-result.ts";
import type { KeyAccountMovement } from "./key-account-movements.ts";
import type { KeyAccountReason } from "./key-account-result.ts";

/** Words for the codes of key accounts, concentration and portfolios. */
export interface KeyAccountLabels {
  readonly keyAccount: string;
  readonly reasons: Readonly<Record<KeyAccountReason, string>>;
  readonly movements: Readonly<Record<KeyAccountMovement, string>>;
  readonly bands: Readonly<Record<ConcentrationBand, string>>;
  readonly portfolioFields: Readonly<Record<PortfolioField, string>>;
  readonly portfolioAxes: Readonly<Record<PortfolioAxisName, string>>;
  readonly directions: Readonly<Record<CriterionDirection, string>>;
  readonly normalisations: Readonly<Record<CriterionNormalisation, string>>;
  readonly warnings: Readonly<Record<AccountWarningCode, string>>;
}
