import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkNames, checkOption, invalidOption } from "../rows/options.ts";
import type { RfmBins } from "./rfm-dimension.ts";
import type { RfmScores, SegmentRule } from "./segment-rules.ts";

/** The segment that scores belong to, by rules that have been checked. */
export function segmentOf<Segment extends string>(
  rules: readonly SegmentRule<Segment>[],
  scores: RfmScores,
): Segment | null {
  return rules.find((rule) => fits(rule, scores))?.segment ?? null;
}

function fits(rule: SegmentRule, scores: RfmScores): boolean {
  return "when" in rule ? rule.when(scores) : rule.cells.includes(gridName(scores));
}

function gridName({ recencyScore, fmScore }: RfmScores): string {
  return `${recencyScore}${fmScore}`;
}

function fullName({ recencyScore, frequencyScore, monetaryScore }: RfmScores): string {
  return `${recencyScore}${frequencyScore}${monetaryScore}`;
}

/** Refuses rules that are none, and those by which a combination of scores belongs to no segment or to several. */
export function checkSegmentRules(
  rules: readonly SegmentRule[],
  bins: RfmBins,
  scores: readonly RfmScores[],
): void {
  checkShape(rules, bins);
  const byCells = rules.every((rule) => "cells" in rule);
  const name = byCells ? gridName : fullName;
  const what = byCells ? "recency and FM score" : "recency, frequency and monetary score";
  const uncovered = new Set<string>();
  const covered = new Map<string, string>();
  for (const each of scores) {
    const segments = rules.filter((rule) => fits(rule, each)).map(({ segment }) => quoted(segment));
    if (segments.length === 0) uncovered.add(name(each));
    if (segments.length > 1) covered.set(name(each), segments.join(" and "));
  }
  const collector = new IssueCollector();
  if (uncovered.size > 0) {
    collector.add("invalid_option", null, "rules", [...uncovered].join(" "), () => {
      return `No segment has the cells ${shortList([...uncovered])} (${what}): give each to one.`;
    });
  }
  if (covered.size > 0) {
    collector.add("invalid_option", null, "rules", [...covered.keys()].join(" "), () => {
      const cells = [...covered].map(([cell, segments]) => `${cell} (${segments})`);
      return `Several segments have the cells ${shortList(cells)} (${what}): leave each to one.`;
    });
  }
  collector.throwIfAny();
}

/** All 25 cells of five scores have room. */
const MOST_NAMED = 25;

function shortList(cells: readonly string[]): string {
  const rest = cells.length - MOST_NAMED;
  return cells.slice(0, MOST_NAMED).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function checkShape(rules: readonly SegmentRule[], bins: RfmBins): void {
  if (!Array.isArray(rules) || rules.length === 0) {
    throw invalidOption(
      "rules",
      rules,
      'Pass an array of rules like { segment: "best", cells: ["55", "54"] }.',
    );
  }
  const named = new Set<unknown>();
  for (const [at, rule] of (rules as readonly SegmentRule[]).entries()) {
    const path = `rules[${at}]`;
    checkNames(path, rule, "when" in Object(rule) ? BY_CONDITION : BY_CELLS);
    const { segment } = rule;
    const isName = typeof segment === "string" && segment !== "";
    checkOption(`${path}.segment`, segment, isName ? null : "The segment has no name: pass a text.");
    checkOption(`${path}.segment`, segment, named.has(segment) ? NAMED_TWICE : null);
    named.add(segment);
    if ("when" in rule) {
      const isCondition = typeof rule.when === "function";
      checkOption(`${path}.when`, rule.when, isCondition ? null : "This is no function of the scores.");
    } else checkCells(rule.cells, `${path}.cells`, bins);
  }
}

const BY_CELLS = { segment: true, cells: true } as const;
const BY_CONDITION = { segment: true, when: true } as const;
const NAMED_TWICE = "There is a rule of this segment already: put all that belongs to it into one.";

function checkCells(cells: readonly string[], path: string, bins: RfmBins): void {
  checkOption(path, cells, cellsTrouble(cells, bins));
  const collector = new IssueCollector();
  for (const [place, cell] of cells.entries()) {
    if (isCell(cell, bins)) continue;
    collector.add("invalid_option", null, `${path}[${place}]`, cell, () => {
      return `${quoted(cell)} is no cell: write a recency score from 1 to ${bins.recency} and an FM score from 1 to ${bins.frequency} as two digits in quotes.`;
    });
  }
  collector.throwIfAny();
}

function cellsTrouble(cells: unknown, bins: RfmBins): string | null {
  if (!Array.isArray(cells)) return 'Pass an array of cells like ["55", "54"], or a condition as when.';
  if (bins.frequency === bins.monetary) return null;
  return "Frequency and monetary have different numbers of scores, so there is no FM score: write rules with when.";
}

function isCell(cell: unknown, bins: RfmBins): boolean {
  if (typeof cell !== "string" || !/^[1-9]{2}$/.test(cell)) return false;
  return Number(cell[0]) <= bins.recency && Number(cell[1]) <= bins.frequency;
}
