import type { SubscriptionRow } from "./subscription-row.ts";

/** A software house with six customers; an end is the first day without service, so that a change of plan leaves no gap. */
export const inventedRows: readonly SubscriptionRow[] = [
  row("S-1", "Adler", "2023-11-15", "2024-06-01", "Basic", "49.90"),
  row("S-2", "Adler", "2024-06-01", "", "Pro", "99.90"),
  row("S-3", "Berg", "2023-12-01", "2024-04-01", "Pro", "99.90"),
  row("S-4", "Berg", "2024-09-01", "", "Basic", "49.90"),
  row("S-5", "Cordes", "2024-02-10", "2024-03-10", "Basic", "0"),
  row("S-6", "Cordes", "2024-03-10", "", "Basic", "49.90"),
  row("S-7", "Dietz", "2023-10-01", "2024-10-01", "Enterprise", "499"),
  row("S-8", "Ebert", "2024-01-01", "2024-12-01", "Enterprise", "499"),
  row("S-9", "Franke", "2024-11-20", "", "Basic", "0"),
];

function row(
  subscription_id: string,
  account_id: string,
  start_date: string,
  end_date: string,
  plan_tier: string,
  mrr_amount: string,
): SubscriptionRow {
  return { subscription_id, account_id, start_date, end_date, plan_tier, mrr_amount };
}
