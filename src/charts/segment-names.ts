import type { Locale } from "../locales/locale.ts";
import type { GroupKey } from "../rows/group-codes.ts";

type Vocabulary = Readonly<Record<string, string>>;

/** The word of a locale for each segment, if one of its vocabularies knows all of them; else segments are called as they are. */
export function segmentNames(
  segments: readonly GroupKey[],
  locale: Locale,
  none: string,
): (segment: GroupKey) => string {
  const { segmentation, classification, abc, tiers } = locale;
  const known: readonly Vocabulary[] = [
    segmentation.rfmSegments,
    classification.classes,
    abc.classes,
    tiers.tiers,
  ];
  const codes = segments.filter((segment) => segment !== null).map(String);
  const words = known.find((vocabulary) => codes.every((code) => Object.hasOwn(vocabulary, code)));
  return (segment) => {
    if (segment === null) return none;
    const code = String(segment);
    return words !== undefined && Object.hasOwn(words, code) ? (words[code] ?? code) : code;
  };
}
