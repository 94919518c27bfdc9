import { quoted } from "../rows/issue.ts";
import { checkNames, checkNumber, checkOption, invalidOption } from "../rows/options.ts";
import type { MeasureEconomics } from "./plan-options.ts";

/** What each measure takes, checked once. */
export class MeasureTable {
  readonly #measures: Readonly<Record<string, MeasureEconomics>>;
  readonly #needsHours: boolean;
  readonly #needsProbability: boolean;
  readonly #known = new Map<string, MeasureEconomics>();

  constructor(
    measures: Readonly<Record<string, MeasureEconomics>>,
    needs: { readonly hours: boolean; readonly probability: boolean },
  ) {
    const isRecord = typeof measures === "object" && measures !== null && !Array.isArray(measures);
    const hint = 'pass a record by measure: { "win-back": { cost: 2, probability: 0.05 } }';
    checkOption("measures", measures, isRecord ? null : `This is no record: ${hint}.`);
    this.#measures = measures;
    this.#needsHours = needs.hours;
    this.#needsProbability = needs.probability;
    for (const name of Object.keys(measures)) this.of(name);
  }

  of(name: string): MeasureEconomics {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (!Object.hasOwn(this.#measures, name)) {
      throw invalidOption(
        "measures",
        null,
        `A candidate has the measure ${quoted(name)}, which is not here: say what it costs.`,
      );
    }
    const measure = this.#measures[name] as MeasureEconomics;
    const path = `measures.${name}`;
    checkNames(path, measure, { cost: true, hours: true, probability: true });
    const { cost, hours, probability } = measure;
    checkNumber(`${path}.cost`, cost, { least: 0 });
    if (hours !== undefined || this.#needsHours) checkNumber(`${path}.hours`, hours, { least: 0 });
    if (probability !== undefined || this.#needsProbability) {
      checkNumber(`${path}.probability`, probability, { least: 0, most: 1 });
    }
    this.#known.set(name, measure);
    return measure;
  }
}
