import type { FindingCode, FindingTone, FindingView } from "./finding.ts";

/** What is told of a finding beside its figures. */
interface Rule {
  readonly view: FindingView;
  readonly tone: FindingTone;
  readonly rule: string;
}

/** All findings in the order in which they are reported, with the rule of each. */
export const RULES: Readonly<Record<FindingCode, Rule>> = {
  size: { view: 1, tone: "neutral", rule: "somebody bought in the current period" },
  "nobody-bought": { view: 1, tone: "bad", rule: "nobody bought in the current period" },
  "credit-notes-only": {
    view: 1,
    tone: "neutral",
    rule: "somebody has credit notes in the current period and bought nothing in it",
  },
  "top-tenth": { view: 1, tone: "neutral", rule: "10 customers or more, and a total above 0" },
  "top-share": { view: 1, tone: "neutral", rule: "10 customers or more, and a value above 0" },
  inequality: {
    view: 1,
    tone: "neutral",
    rule: "10 customers or more; even below a Gini coefficient of 0.2, moderate below 0.4, uneven below 0.6, very uneven from there",
  },
  "one-order": { view: 1, tone: "neutral", rule: "a customer with exactly 1 order in the current period" },
  "negative-revenue": {
    view: 1,
    tone: "bad",
    rule: "a customer who bought, with revenue below 0 in the current period",
  },
  "negative-margin": {
    view: 1,
    tone: "bad",
    rule: "a customer who bought, with a margin below 0 in the current period, by margins of the log",
  },
  "revenue-rose": { view: 2, tone: "good", rule: "a change of half a cent or more upwards" },
  "revenue-fell": { view: 2, tone: "bad", rule: "a change of half a cent or more downwards" },
  "revenue-level": { view: 2, tone: "neutral", rule: "a change of less than half a cent" },
  "customers-moved": {
    view: 2,
    tone: "neutral",
    rule: "somebody bought in either period; good with more customers than before, bad with fewer",
  },
  "revenue-steps": {
    view: 2,
    tone: "neutral",
    rule: "a step of the bridge with a change of half a cent or more",
  },
  "gains-outweigh": { view: 2, tone: "good", rule: "gains exceed losses by half a cent or more" },
  "losses-outweigh": { view: 2, tone: "bad", rule: "losses exceed gains by half a cent or more" },
  "mostly-came-and-went": {
    view: 2,
    tone: "neutral",
    rule: "new, returned and lost customers changed revenue more than those who bought in both periods, by half a cent or more",
  },
  "mostly-stayed": {
    view: 2,
    tone: "neutral",
    rule: "those who bought in both periods changed revenue more than new, returned and lost customers, by half a cent or more",
  },
  "strongest-driver": {
    view: 2,
    tone: "neutral",
    rule: "the largest of the three effects that have the sign of the change, if one is half a cent or more",
  },
  "largest-gains": {
    view: 2,
    tone: "good",
    rule: "the 3 customers with the largest gains, if there are any",
  },
  "largest-losses": {
    view: 2,
    tone: "bad",
    rule: "the 3 customers with the largest losses, if there are any",
  },
  cohort: { view: 3, tone: "neutral", rule: "there is a complete cohort" },
  "cohort-holds-older": {
    view: 3,
    tone: "neutral",
    rule: "the log begins in the period of the cohort or less than a year before it",
  },
  "cohort-next": {
    view: 3,
    tone: "neutral",
    rule: "the period after that of the first purchase is complete",
  },
  "cohort-last": {
    view: 3,
    tone: "neutral",
    rule: "two or more periods after that of the first purchase are complete; the last of them",
  },
  "cohort-revenue": {
    view: 3,
    tone: "neutral",
    rule: "there is a complete cohort; up to its last complete period",
  },
  "cohort-margin": { view: 3, tone: "neutral", rule: "there is a complete cohort, and there are margins" },
  "newer-more-active": { view: 4, tone: "good", rule: "the interval of the difference lies above 0" },
  "newer-less-active": { view: 4, tone: "bad", rule: "the interval of the difference lies below 0" },
  "newer-activity-open": { view: 4, tone: "neutral", rule: "the interval of the difference includes 0" },
  "newer-worth-more": { view: 4, tone: "good", rule: "the interval of the difference lies above 0" },
  "newer-worth-less": { view: 4, tone: "bad", rule: "the interval of the difference lies below 0" },
  "newer-worth-open": { view: 4, tone: "neutral", rule: "the interval of the difference includes 0" },
  "newer-not-told": {
    view: 4,
    tone: "neutral",
    rule: "cohorts can be compared, but a difference has no interval",
  },
  "older-look-new": {
    view: 4,
    tone: "neutral",
    rule: "the log begins less than a year before the oldest cohort that is compared; findings of newer against older ones are then neither good nor bad",
  },
  "whole-log": { view: 5, tone: "neutral", rule: "somebody has bought by asOf" },
  "never-bought": { view: 5, tone: "neutral", rule: "somebody has credit notes and never bought" },
  "revenue-source": {
    view: 5,
    tone: "neutral",
    rule: "the revenue of those who bought in the current period is above 0",
  },
  "short-history": {
    view: 5,
    tone: "neutral",
    rule: "the log begins less than a year before the current period",
  },
  "repeat-purchases": {
    view: 5,
    tone: "neutral",
    rule: "purchases of the current period are worth more than 0",
  },
  "returned-goods": {
    view: 5,
    tone: "neutral",
    rule: "there are credit notes in the current period, and purchases worth more than 0",
  },
  empty: {
    view: "check",
    tone: "neutral",
    rule: "nobody has bought by asOf; nothing else is reported but totals",
  },
  "no-current-period": { view: "check", tone: "neutral", rule: "no period of the log is over by asOf" },
  "no-previous-period": {
    view: "check",
    tone: "neutral",
    rule: "the log begins after the period to compare with",
  },
  "previous-not-covered": {
    view: "check",
    tone: "bad",
    rule: "the log begins within the previous period and misses more than a twentieth of it",
  },
  "period-in-progress": {
    view: "check",
    tone: "neutral",
    rule: "the last period of the log ends after asOf",
  },
  "different-seasons": {
    view: "check",
    tone: "neutral",
    rule: "the audit warns that the periods lie in different seasons",
  },
  "after-log-end": {
    view: "check",
    tone: "bad",
    rule: "the audit warns that the log ends before the current period begins",
  },
  "few-customers": { view: "check", tone: "neutral", rule: "1 to 9 customers in the current period" },
  "revenue-not-positive": {
    view: "check",
    tone: "bad",
    rule: "those who bought in the current period brought 0 or less",
  },
  "drivers-not-split": {
    view: "check",
    tone: "neutral",
    rule: "a period without customers, or with revenue from them of 0 or less",
  },
  "no-cohort": { view: "check", tone: "neutral", rule: "no cohort is complete by asOf" },
  "cohort-too-young": {
    view: "check",
    tone: "neutral",
    rule: "no period after that of the cohort's first purchase is complete",
  },
  "cohorts-not-compared": {
    view: "check",
    tone: "neutral",
    rule: "no age above 0 that two complete cohorts have reached, that in which the log begins apart",
  },
  "no-margins": { view: "check", tone: "neutral", rule: "neither the log nor a rate gives margins" },
  "totals-agree": { view: "check", tone: "good", rule: "no total differs by half a cent or more" },
  "total-differs": {
    view: "check",
    tone: "bad",
    rule: "a total differs by half a cent or more, and by more than 1e-12 of it; one finding for each",
  },
};
