/** A headline begins with a capital, also where a word of the locale stands first. */
export function firstCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
