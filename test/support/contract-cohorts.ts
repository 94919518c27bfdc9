/** Survivors of 1000 customers after 0 to 12 years: Fader & Hardie (2007), "How to project customer retention", table 1. */
export const HIGH_END: readonly number[] = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394];
export const REGULAR: readonly number[] = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173];
