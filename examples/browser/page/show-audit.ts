import type { BridgeMovement, FindingView } from "clientele";
import type { Report } from "../analysis/report.ts";
import { type Content, element } from "./element.ts";
import { pictureFrame } from "./picture-frames.ts";
import type { Speech } from "./speech.ts";
import { tableOf } from "./table.ts";

/** The audit in sentences under the headings of its views, with the revenue bridge beside the second. */
export function auditSection({ audit }: Report, speech: Speech): readonly Content[] {
  const views = new Map<FindingView, HTMLElement[]>();
  for (const { view, text } of audit.findings[speech.language]) {
    const items = views.get(view) ?? [];
    views.set(view, [...items, element("li", {}, text)]);
  }
  const sections = [...views].flatMap(([view, items]) => [
    element("h4", {}, speech.locale.audit.views[view]),
    ...(view === 2 ? bridgeOf(audit, speech) : []),
    element("ul", {}, ...items),
  ]);
  return [element("h3", {}, speech.texts.audit.heading), ...sections];
}

function bridgeOf({ bridge, previous, current }: Report["audit"], speech: Speech): readonly Content[] {
  if (bridge === null || previous === null || current === null) return [];
  const { texts, locale, format, count } = speech;
  const words = texts.audit;
  const steps = Object.entries(bridge.steps)
    .filter(([, { customers }]) => customers > 0)
    .map(([movement, { customers, change }]) => [
      words.movements[movement as BridgeMovement],
      count(customers),
      format.money(change),
    ]);
  const rows = [
    [`${locale.terms.revenue} ${previous}`, "", format.money(bridge.before)],
    ...steps,
    [`${locale.terms.revenue} ${current}`, "", format.money(bridge.now)],
  ];
  const head = [words.step, locale.terms.customers, words.change];
  return [pictureFrame("bridge"), tableOf({ caption: words.bridge(previous, current), head, rows })];
}
