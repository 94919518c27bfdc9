import type { CustomerBaseAudit } from "./audit-result.ts";
import type { BridgeMovement, RevenueBridge } from "./bridge-result.ts";
import type { AuditFinding } from "./finding.ts";
import { finding } from "./finding-by-rule.ts";
import type { FactorFigure, RevenueFactor, StepFigure } from "./finding-change-figures.ts";
import { HALF_CENT, NAMED } from "./finding-limits.ts";
import type { RevenueTree } from "./tree-result.ts";

/** In which order the steps of the bridge are told. */
const STEPS: readonly BridgeMovement[] = ["lost", "down", "new", "returned", "up", "level", "inactive"];

const FACTORS: readonly RevenueFactor[] = ["customers", "ordersPerCustomer", "averageOrderValue"];

/** View 2: what changed since the previous period, and through whom. */
export function changeFindings({ change }: CustomerBaseAudit): readonly AuditFinding[] {
  if (change === null) return [];
  const { bridge, tree } = change;
  return [
    ...revenueFindings(bridge),
    ...customerFindings(bridge),
    ...stepFindings(bridge),
    ...driverFindings(tree),
    ...contributorFindings(bridge),
  ];
}

function revenueFindings(bridge: RevenueBridge): readonly AuditFinding[] {
  const { revenueBefore, revenueNow, change, growth } = bridge;
  const figures = { ...periodsOf(bridge), revenueBefore, revenueNow, change, growth };
  if (Math.abs(change) < HALF_CENT) return [finding("revenue-level", figures)];
  return [finding(change > 0 ? "revenue-rose" : "revenue-fell", figures)];
}

function periodsOf({ previous, current }: RevenueBridge): { previousPeriod: string; period: string } {
  return { previousPeriod: previous.period, period: current.period };
}

function customerFindings(bridge: RevenueBridge): readonly AuditFinding[] {
  const { customersBefore, customersNow, steps, kept } = bridge;
  if (customersBefore === 0 && customersNow === 0) return [];
  const figures = {
    ...periodsOf(bridge),
    customersBefore,
    customersNow,
    won: steps.new.customers,
    returned: steps.returned.customers,
    lost: steps.lost.customers,
    kept: kept.customers,
  };
  const more = customersNow - customersBefore;
  return [finding("customers-moved", figures, more === 0 ? "neutral" : more > 0 ? "good" : "bad")];
}

function stepFindings({ revenueBefore, revenueNow, steps, kept }: RevenueBridge): readonly AuditFinding[] {
  const moved = STEPS.map((movement): StepFigure => {
    const { customers, change } = steps[movement];
    return { movement, customers, change };
  }).filter(({ change }) => Math.abs(change) >= HALF_CENT);
  const found: AuditFinding[] = [];
  let largest = moved[0];
  if (largest === undefined) return found;
  found.push(finding("revenue-steps", { revenueBefore, revenueNow, steps: moved }));
  let gains = 0;
  let losses = 0;
  for (const step of moved) {
    if (Math.abs(step.change) > Math.abs(largest.change)) largest = step;
    if (step.change > 0) gains += step.change;
    else losses -= step.change;
  }
  const code = gains > losses ? "gains-outweigh" : "losses-outweigh";
  if (Math.abs(gains - losses) >= HALF_CENT) found.push(finding(code, { gains, losses, largest }));
  const cameAndWent = steps.new.change + steps.returned.change + steps.lost.change;
  const figures = { cameAndWent, stayed: kept.change };
  const more = Math.abs(cameAndWent) - Math.abs(kept.change);
  if (more >= HALF_CENT) found.push(finding("mostly-came-and-went", figures));
  if (-more >= HALF_CENT) found.push(finding("mostly-stayed", figures));
  return found;
}

function driverFindings(tree: RevenueTree): readonly AuditFinding[] {
  const factors = FACTORS.flatMap((factor): readonly FactorFigure[] => {
    const { before, now, effect } = tree[factor];
    return before === null || now === null || effect === null ? [] : [{ factor, before, now, effect }];
  });
  if (factors.length < FACTORS.length) return [];
  let driver: FactorFigure | null = null;
  for (const factor of factors) {
    if (Math.sign(factor.effect) !== Math.sign(tree.change) || Math.abs(factor.effect) < HALF_CENT) continue;
    if (driver === null || Math.abs(factor.effect) > Math.abs(driver.effect)) driver = factor;
  }
  return driver === null ? [] : [finding("strongest-driver", { driver: driver.factor, factors })];
}

function contributorFindings({ gains, losses }: RevenueBridge): readonly AuditFinding[] {
  const found: AuditFinding[] = [];
  if (gains.length > 0) found.push(finding("largest-gains", { contributors: gains.slice(0, NAMED) }));
  if (losses.length > 0) found.push(finding("largest-losses", { contributors: losses.slice(0, NAMED) }));
  return found;
}
