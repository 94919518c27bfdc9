/** A row of the file, as text; the invented rows have the same fields. */
export interface SubscriptionRow {
  readonly subscription_id: string;
  readonly account_id: string;
  readonly start_date: string;
  readonly end_date: string;
  readonly plan_tier: string;
  readonly mrr_amount: string;
}
