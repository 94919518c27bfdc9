import type { ObservedDuration } from "../../src/statistics/observed-durations.ts";

/** Durations as textbooks print them: a plus marks a censored one. */
export function durationsOf(text: string): ObservedDuration[] {
  return text.split(" ").map((word) => ({ duration: Number.parseFloat(word), event: !word.endsWith("+") }));
}

/** The rows of several textbook groups, each with its name. */
export function groupsOf(
  texts: Readonly<Record<string, string>>,
): (ObservedDuration & { readonly group: string })[] {
  return Object.entries(texts).flatMap(([group, text]) =>
    durationsOf(text).map((row) => ({ ...row, group })),
  );
}
