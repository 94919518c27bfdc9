import type { FindingCode, FindingFigures, FindingOf, FindingTone } from "./finding.ts";
import { RULES } from "./finding-rules.ts";

/** A finding with what its rule says. */
export function finding<Code extends FindingCode>(
  code: Code,
  figures: FindingFigures[Code],
  tone: FindingTone = RULES[code].tone,
): FindingOf<Code> {
  return { code, view: RULES[code].view, tone, figures, rule: RULES[code].rule };
}
