/** The columns by which a join finds the scores of a customer. */
export const SCORE_KEYS: readonly ["frequency", "recency_days", "age_days"] = [
  "frequency",
  "recency_days",
  "age_days",
];

/** What a model says of a history. */
export const SCORES: readonly ["probability_alive", "expected_purchases", "discounted_purchases"] = [
  "probability_alive",
  "expected_purchases",
  "discounted_purchases",
];
