import type { GroupKey } from "../rows/group-codes.ts";

/** One name for each group, as axes need it: keys joined, `missing` for what says nothing, and a number behind names that were taken. */
export function groupTexts(
  groups: readonly (GroupKey | readonly GroupKey[])[],
  missing: string,
): readonly string[] {
  const taken = new Set<string>();
  return groups.map((group) => {
    const keys: readonly GroupKey[] = Array.isArray(group) ? group : [group as GroupKey];
    const name = keys.map((key) => (key === null ? missing : String(key))).join(" · ");
    let text = name;
    for (let number = 2; taken.has(text); number++) text = `${name} (${number})`;
    taken.add(text);
    return text;
  });
}
