/** The parts of the work, in their order. */
export const STEPS = ["read", "classes", "accounts", "cohorts", "outlook", "audit"] as const;

export type Step = (typeof STEPS)[number];
