import { parseArgs } from "node:util";
import { nearest } from "./nearest.ts";
import { FILE_OPTIONS, isOption, OPTION_NAMES, OPTIONS, type OptionName } from "./options.ts";
import type { AmountColumns, FileSettings, Settings } from "./settings.ts";
import type { ErrorTexts } from "./texts.ts";
import { UsageError } from "./usage-error.ts";

/** What the command line asks for. */
export interface Command {
  readonly help: boolean;
  readonly settings: Settings;
  /** `null`: simulated orders. */
  readonly file: FileSettings | null;
}

/** Reads the command line; whatever cannot be understood is a `UsageError`. */
export function readArguments(argv: readonly string[], errors: ErrorTexts): Command {
  const { values, paths } = tokensOf(argv, errors);
  if (values.has("help"))
    return { help: true, settings: settingsOf(new Options(new Map(), errors)), file: null };
  const [path, second] = paths;
  if (second !== undefined) throw new UsageError(errors.oneFileOnly(second));
  const options = new Options(values, errors);
  options.oneOf("lang", ["en", "de"]);
  const settings = settingsOf(options);
  if (path !== undefined) return { help: false, settings, file: fileSettings(path, options, errors) };
  for (const name of FILE_OPTIONS) if (values.has(name)) throw new UsageError(errors.needsFile(`--${name}`));
  return { help: false, settings, file: null };
}

interface Tokens {
  readonly values: ReadonlyMap<OptionName, string>;
  readonly paths: readonly string[];
}

/** Not strict, since node's own messages are in English and suggest nothing. */
function tokensOf(argv: readonly string[], errors: ErrorTexts): Tokens {
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  const values = new Map<OptionName, string>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") paths.push(token.value);
    if (token.kind !== "option") continue;
    if (!isOption(token.name)) {
      throw new UsageError(errors.unknownOption(token.rawName, flag(nearest(token.name, OPTION_NAMES))));
    }
    const isSwitch = OPTIONS[token.name].type === "boolean";
    if (isSwitch && token.value !== undefined) throw new UsageError(errors.takesNoValue(token.rawName));
    const value = isSwitch ? "" : token.value;
    // The value may be the next option, swallowed.
    if (
      value === undefined ||
      (!isSwitch && (value === "" || (!token.inlineValue && value.startsWith("--"))))
    ) {
      throw new UsageError(errors.needsValue(token.rawName));
    }
    if (values.has(token.name)) throw new UsageError(errors.givenTwice(token.rawName));
    values.set(token.name, value);
  }
  return { values, paths };
}

function flag(name: string | null): string | null {
  return name === null ? null : `--${name}`;
}

/** The values of the command line, each read as what it has to be. */
class Options {
  readonly #values: ReadonlyMap<OptionName, string>;
  readonly #errors: ErrorTexts;

  constructor(values: ReadonlyMap<OptionName, string>, errors: ErrorTexts) {
    this.#values = values;
    this.#errors = errors;
  }

  text(name: OptionName): string | null {
    return this.#values.get(name) ?? null;
  }

  oneOf<const Word extends string>(name: OptionName, words: readonly Word[]): Word | null {
    const value = this.text(name);
    if (value === null) return null;
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw this.#bad(name, value, this.#errors.expectsOneOf(words));
    return word;
  }

  months(name: OptionName, otherwise: number): number {
    const value = this.text(name);
    if (value === null) return otherwise;
    if (!/^[1-9]\d{0,3}$/.test(value)) throw this.#bad(name, value, this.#errors.expectsMonths);
    return Number(value);
  }

  share(name: OptionName, otherwise: number): number {
    const value = this.text(name);
    if (value === null) return otherwise;
    const share = /^\d*[.,]?\d+$/.test(value) ? Number(value.replace(",", ".")) : Number.NaN;
    if (!(share >= 0 && share <= 1)) throw this.#bad(name, value, this.#errors.expectsShare);
    return share;
  }

  delimiter(): string {
    const value = this.text("delimiter");
    if (value === null) return ",";
    if (value === "tab" || value === "\\t") return "\t";
    if ([...value].length === 1 && !/["\r\n]/.test(value)) return value;
    throw this.#bad("delimiter", value, this.#errors.expectsDelimiter);
  }

  #bad(name: OptionName, value: string, expected: string): UsageError {
    return new UsageError(this.#errors.badValue(`--${name}`, value, expected));
  }
}

function settingsOf(options: Options): Settings {
  return {
    asOf: options.text("as-of"),
    timeZone: options.text("time-zone") ?? "UTC",
    unit: options.oneOf("unit", ["day", "week", "month", "year"]) ?? "week",
    horizonMonths: options.months("horizon-months", 12),
    discountRate: options.share("discount-rate", 0.1),
    marginRate: options.share("margin-rate", 1),
    newMonths: options.months("new-months", 3),
    activeMonths: options.months("active-months", 12),
    lostMonths: options.months("lost-months", 24),
  };
}

function fileSettings(path: string, options: Options, errors: ErrorTexts): FileSettings {
  return {
    path,
    delimiter: options.delimiter(),
    dateFormat: options.oneOf("date-format", ["iso", "dmy", "mdy"]) ?? "iso",
    decimalMark: options.oneOf("decimal", [".", ","]),
    columns: {
      customer: options.text("customer") ?? "customerId",
      date: options.text("date") ?? "date",
      amount: amountColumns(options, errors),
      order: options.text("order"),
    },
  };
}

function amountColumns(options: Options, errors: ErrorTexts): AmountColumns {
  const [amount, quantity, price] = [options.text("amount"), options.text("quantity"), options.text("price")];
  if (amount !== null && (quantity !== null || price !== null)) throw new UsageError(errors.amountOrProduct);
  if (quantity !== null && price !== null) return { kind: "product", quantity, price };
  if (quantity !== null || price !== null) throw new UsageError(errors.quantityAndPrice);
  return { kind: "column", amount: amount ?? "amount" };
}
