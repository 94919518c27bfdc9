/** What identifies a customer: text or a finite number, kept as it came in. `"1"` and `1` are two customers. */
export type CustomerId = string | number;
