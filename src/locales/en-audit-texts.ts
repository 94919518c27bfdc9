import type { AuditLabels } from "../audit/labels.ts";

export const enAuditTexts: AuditLabels["texts"] = {
  size: "{period}: {customers} placed {orders} worth {revenue} net of returns, {revenuePerCustomer} per customer.",
  "nobody-bought": "{period}: nobody bought.",
  "credit-notes-only":
    "Credit notes to people who bought nothing in the period: {credited}, to {people}; revenue of the period with them: {periodRevenue}.",
  "top-tenth": "The best tenth of customers ({customers}) brought {share} {sortedBy}.",
  "top-share":
    "The best {topShare} of customers ({customers}) brought {share} {sortedBy}, counting values below 0 as 0.",
  inequality:
    "Gini coefficient {sortedBy}: {gini}, so it is {band} spread over customers (0: all bring the same; near 1: one brings nearly all).",
  "one-order":
    "{customersNumber} of {allCustomers} ({shareOfCustomers}) ordered only once in the period and brought {revenue}.",
  "negative-revenue":
    "For {customers} ({shareOfCustomers}) credit notes exceeded purchases: revenue {value}.",
  "negative-margin": "For {customers} ({shareOfCustomers}) the margin is below 0: {value}.",
  "revenue-rose":
    "Revenue rose from {revenueBefore} ({previousPeriod}) to {revenueNow} ({period}): {change} ({growth}).",
  "revenue-fell":
    "Revenue fell from {revenueBefore} ({previousPeriod}) to {revenueNow} ({period}): {change} ({growth}).",
  "revenue-level": "Revenue stayed the same: {revenueNow} in both periods ({previousPeriod}, {period}).",
  "customers-moved":
    "Customers who bought: {customersBeforeNumber} ({previousPeriod}), {customersNowNumber} ({period}); new {won}, returned {returned}, in both periods {kept}, lost {lost}.",
  "revenue-steps": "From revenue of {revenueBefore} to {revenueNow}: {steps}.",
  "gains-outweigh": "Gains ({gains}) outweighed losses ({losses}); the largest part: {largest}.",
  "losses-outweigh": "Losses ({losses}) outweighed gains ({gains}); the largest part: {largest}.",
  "mostly-came-and-went":
    "The larger effect came from new, returned and lost customers ({cameAndWent}); those who bought in both periods: {stayed}.",
  "mostly-stayed":
    "The larger effect came from customers who bought in both periods ({stayed}); new, returned and lost customers: {cameAndWent}.",
  "strongest-driver": "The strongest driver of the change was {driver}: {factors}.",
  "largest-gains": "Largest gains: {contributors}.",
  "largest-losses": "Largest losses: {contributors}.",
  cohort:
    "Cohort {cohort} ({chosenAs}): {size}, {firstOrderValue} on average on the day of the first purchase.",
  "cohort-holds-older":
    "As the log begins only on {logFrom}, this cohort may hold customers who bought long before and only look new.",
  "cohort-next":
    "After {age} ({period}), {active} of {size} bought: {activeShare} ({level} interval {lower} to {upper}).",
  "cohort-last":
    "After {age} ({period}), {active} of {size} bought: {activeShare} ({level} interval {lower} to {upper}).",
  "cohort-revenue":
    "Revenue of the cohort, {period} included: {revenue}, which is {revenuePerCustomer} per customer won, whether still active or not.",
  "cohort-margin": "Its margin so far: {marginPerCustomer} per customer won.",
  "newer-more-active": {
    by: "cohortsPerSide",
    one: "After {age}, the newer cohort ({newer}) is more active than the older one ({older}): {newerShare} bought, against {olderShare}; difference {shareDifference} percentage points ({level} interval {shareLower} to {shareUpper}).",
    other:
      "After {age}, newer cohorts ({newer}) are more active than older ones ({older}): {newerShare} bought, against {olderShare}; difference {shareDifference} percentage points ({level} interval {shareLower} to {shareUpper}).",
  },
  "newer-less-active": {
    by: "cohortsPerSide",
    one: "After {age}, the newer cohort ({newer}) is less active than the older one ({older}): {newerShare} bought, against {olderShare}; difference {shareDifference} percentage points ({level} interval {shareLower} to {shareUpper}).",
    other:
      "After {age}, newer cohorts ({newer}) are less active than older ones ({older}): {newerShare} bought, against {olderShare}; difference {shareDifference} percentage points ({level} interval {shareLower} to {shareUpper}).",
  },
  "newer-activity-open": {
    by: "cohortsPerSide",
    one: "After {age}, {newerShare} of the newer cohort ({newer}) bought and {olderShare} of the older one ({older}). No difference can be told: {shareDifference} percentage points, {level} interval {shareLower} to {shareUpper}.",
    other:
      "After {age}, {newerShare} of newer cohorts ({newer}) bought and {olderShare} of older ones ({older}). No difference can be told: {shareDifference} percentage points, {level} interval {shareLower} to {shareUpper}.",
  },
  "newer-worth-more": {
    by: "cohortsPerSide",
    one: "After {age}, the newer cohort ({newer}) has brought more per customer won than the older one ({older}): {newerWorth}, against {olderWorth}; difference {worthDifference} ({level} interval {worthLower} to {worthUpper}).",
    other:
      "After {age}, newer cohorts ({newer}) have brought more per customer won than older ones ({older}): {newerWorth}, against {olderWorth}; difference {worthDifference} ({level} interval {worthLower} to {worthUpper}).",
  },
  "newer-worth-less": {
    by: "cohortsPerSide",
    one: "After {age}, the newer cohort ({newer}) has brought less per customer won than the older one ({older}): {newerWorth}, against {olderWorth}; difference {worthDifference} ({level} interval {worthLower} to {worthUpper}).",
    other:
      "After {age}, newer cohorts ({newer}) have brought less per customer won than older ones ({older}): {newerWorth}, against {olderWorth}; difference {worthDifference} ({level} interval {worthLower} to {worthUpper}).",
  },
  "newer-worth-open": {
    by: "cohortsPerSide",
    one: "After {age}, the newer cohort ({newer}) has brought {newerWorth} per customer won and the older one ({older}) {olderWorth}. No difference can be told: {worthDifference}, {level} interval {worthLower} to {worthUpper}.",
    other:
      "After {age}, newer cohorts ({newer}) have brought {newerWorth} per customer won and older ones ({older}) {olderWorth}. No difference can be told: {worthDifference}, {level} interval {worthLower} to {worthUpper}.",
  },
  "newer-not-told": {
    by: "cohortsPerSide",
    one: "After {age}, whether the newer cohort ({newer}) brings more or less per customer won than the older one ({older}) cannot be told: there are too few customers.",
    other:
      "After {age}, whether newer cohorts ({newer}) bring more or less per customer won than older ones ({older}) cannot be told: there are too few customers.",
  },
  "older-look-new": {
    by: "cohortsPerSide",
    one: "As the log begins only on {logFrom}, the older cohort ({older}) may hold customers who bought long before and only look new, which would make it look better than it is.",
    other:
      "As the log begins only on {logFrom}, the older cohorts ({older}) may hold customers who bought long before and only look new, which would make them look better than they are.",
  },
  "whole-log": "Whole log, {logFrom} to {asOf}: {customers}, {orders}, revenue {revenue}.",
  "never-bought": "Credit notes to people who never bought: {credited}, to {people}.",
  "revenue-source":
    "Revenue of {period} by when customers were won: {wonInPeriodShare} in the period ({wonInPeriodCustomers}), {wonInYearBeforeShare} in the twelve months before ({wonInYearBeforeCustomers}), {wonEarlierShare} earlier ({wonEarlierCustomers}).",
  "short-history":
    "The log begins on {logFrom}, less than a year before {period}: whoever bought before that counts as won since.",
  "repeat-purchases":
    "Repeat purchases made up {repeatShare} of revenue before credit notes ({period}): {repeatOrders} worth {repeatRevenue}, against {firstOrders} worth {firstRevenue}.",
  "returned-goods": "Credit notes took {share} off revenue ({period}): {credited}.",
  empty: "Nobody bought anything up to {asOf}: there is nothing to describe.",
  "no-current-period": "No period is over by {asOf}: how customers differ and what changed cannot be told.",
  "no-previous-period": "The log begins on {logFrom}: there is no earlier period to compare {period} with.",
  "previous-not-covered":
    "The log begins only on {logFrom}, within {previousPeriod}: growth looks too large, and older customers look new.",
  "period-in-progress": "{openPeriod} ends on {to}, after {asOf}, and is not compared.",
  "different-seasons":
    "{previousPeriod} and {period} are different times of the year: part of the change may be seasonal and come back every year.",
  "after-log-end": "The log ends before {period} begins (as of {asOf}): it looks as if nobody had bought.",
  "few-customers":
    "Only {customers} in the period: with fewer than {least}, tenths and concentration tell nothing.",
  "revenue-not-positive":
    "The revenue of those who bought in {period} is {revenue}, which is not above 0: shares of it cannot be told.",
  "drivers-not-split": "What drove the change cannot be told: {reason}.",
  "no-cohort": "No cohort is complete by {asOf}: the course of one cannot be told.",
  "cohort-too-young":
    "Cohort {cohort} has no complete period after that of the first purchase: its course cannot be told.",
  "cohorts-not-compared":
    "By {asOf} there are no two complete cohorts of equal age: newer and older ones cannot be compared.",
  "no-margins": "There are no margins: nothing is said of profit.",
  "totals-agree": "All totals agree with the log to the cent (totals checked: {checks}).",
  "total-differs": "A total differs: {name}; parts {parts}, total {total}, difference {difference}.",
};
