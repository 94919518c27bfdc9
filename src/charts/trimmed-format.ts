/** A format of amounts for axes, without noughts behind the mark: `",.2~f"` for `",.2f"`. */
export function trimmedFormat(format: string): string {
  return format.replace("f", "~f");
}
