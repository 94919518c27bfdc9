/** Months within which a customer is new and active, and after which he is lost. */
export const CLASS_MONTHS = { recent: 3, active: 12, lost: 24 } as const;
