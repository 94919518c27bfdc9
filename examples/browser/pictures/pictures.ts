import { DataError } from "clientele";
import {
  type Chart,
  type ChartOptions,
  classSharesChart,
  cohortRetentionChart,
  lifetimeValueChart,
  paretoChart,
  revenueBridgeChart,
} from "clientele/charts";
import type { Analysis } from "../analysis/analyse.ts";
import { LOCALES } from "../language.ts";
import type { PictureStyle } from "../messages.ts";
import { PICTURES, type PictureName } from "./picture-names.ts";

type Draw = (
  analysis: Analysis,
  options: ChartOptions & Pick<Required<ChartOptions>, "locale">,
) => Chart | null;

const DRAW: Readonly<Record<PictureName, Draw>> = {
  classes: ({ classification }, options) => classSharesChart(classification, options),
  pareto: ({ abc }, options) => paretoChart(abc, { ...options, valueName: options.locale.terms.revenue }),
  cohorts: ({ cohorts }, options) => cohortRetentionChart(cohorts, options),
  values: ({ outlook }, options) =>
    outlook === null ? null : lifetimeValueChart(outlook.predictions, options),
  bridge: ({ audit }, options) =>
    audit.change === null ? null : revenueBridgeChart(audit.change.bridge, options),
};

/** The charts of an analysis; one that its figures do not allow is left out, as its table says the same. */
export function* picturesOf(analysis: Analysis | null, style: PictureStyle): Iterable<[PictureName, Chart]> {
  if (analysis === null) return;
  const width = Math.max(LEAST_WIDTH, style.room - ROOM_OF_AXES);
  const options = { locale: LOCALES[style.language], theme: style.theme, width };
  for (const name of PICTURES) {
    const chart = drawnOrNull(() => DRAW[name](analysis, options));
    if (chart !== null) yield [name, chart];
  }
}

/** Pixels beside a plot for its axis and legend; what needs more is scaled by the page. */
const ROOM_OF_AXES = 140;
const LEAST_WIDTH = 200;

function drawnOrNull(draw: () => Chart | null): Chart | null {
  try {
    return draw();
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}
