import { describe, expect, it } from "vitest";
import { auditCustomerBase, de, describeAudit, en, simulateTransactions, transactionLog } from "../../src/index.ts";
import { renderAudit } from "../../src/charts/render-audit.ts";
import type { CustomerBaseAudit } from "../../src/audit/audit-result.ts";
import type { Chart } from "../../src/charts/chart.ts";
import { paletteOf } from "../../src/charts/theme.ts";
import { errorOf, rejectionOf } from "../support/error-of.ts";
import { svgOf } from "../support/render-chart.ts";
import { allOf, type Element, readHtml } from "./render-audit-reader.ts";

const log = transactionLog(
  simulateTransactions({ customers: 300, from: "2022-01-01", joinUntil: "2025-12-31", until: "2025-12-31", seed: 7 }),
);
const audit = auditCustomerBase(log, { asOf: "2025-12-31", cohortPeriod: "quarter", marginRate: 0.4 });
