/** A number with its word, in English. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** Names in a sentence. */
export function listed(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}
