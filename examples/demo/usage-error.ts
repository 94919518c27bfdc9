/** Something that the person at the command line can put right; it is shown without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
