import { COLUMN_ROLES, DELIMITERS, type Delimiter, type Preview, type Reading } from "../reading/reading.ts";
import { element, elementOf } from "./element.ts";
import type { Speech } from "./speech.ts";
import { tableOf } from "./table.ts";

type Choices = readonly (readonly [value: string, text: string])[];

const MARKS = [".", ","] as const;
const DATE_FORMATS = ["iso", "dmy", "mdy"] as const;
const SAMPLE_ROWS = 5;

/** Shows what stands in which column of a file, to be put right by the user. */
export function showReading({ heading, rows }: Preview, reading: Reading, speech: Speech): void {
  const { texts, count } = speech;
  const names = heading.map((name) => [name, name] as const);
  const roles = COLUMN_ROLES.map((role) => {
    const isOptional = role === "order";
    const nothing: Choices = [["", isOptional ? texts.noColumn : texts.chooseColumn]];
    return field(role, texts.columns[role], [...nothing, ...names], reading.columns[role] ?? "", !isOptional);
  });
  const marks = [
    field(
      "delimiter",
      texts.delimiter,
      DELIMITERS.map((mark) => [mark, texts.delimiters[mark]]),
      reading.delimiter,
    ),
    field(
      "decimalMark",
      texts.decimalMark,
      MARKS.map((mark) => [mark, mark === "," ? "1.234,56" : "1,234.56"]),
      reading.decimalMark,
    ),
    field(
      "dateFormat",
      texts.dateFormat,
      DATE_FORMATS.map((format) => [format, texts.dateFormats[format]]),
      reading.dateFormat,
    ),
  ];
  fill("roles", roles);
  fill("marks", marks);
  const sample = rows.slice(0, SAMPLE_ROWS).map((row) => heading.map((_, at) => row[at] ?? ""));
  const caption = texts.sample(count(sample.length));
  elementOf("sample", HTMLElement).replaceChildren(
    tableOf({ caption, head: heading, rows: sample, words: heading.length }),
  );
}

/** How the user says the file is to be read. */
export function chosenReading(): Reading {
  const column = (role: string): string | null => (choiceOf(role) === "" ? null : choiceOf(role));
  return {
    delimiter: chosenDelimiter(),
    decimalMark: choiceOf("decimalMark") === "," ? "," : ".",
    dateFormat: DATE_FORMATS.find((format) => format === choiceOf("dateFormat")) ?? "iso",
    columns: {
      customer: column("customer"),
      date: column("date"),
      amount: column("amount"),
      order: column("order"),
    },
  };
}

export function chosenDelimiter(): Delimiter {
  return DELIMITERS.find((mark) => mark === choiceOf("delimiter")) ?? ",";
}

function choiceOf(name: string): string {
  return elementOf(`choice-${name}`, HTMLSelectElement).value;
}

function field(
  name: string,
  label: string,
  choices: Choices,
  chosen: string,
  isRequired = false,
): HTMLElement {
  const id = `choice-${name}`;
  const options = choices.map(([value, text]) => element("option", { value }, text));
  const select = element("select", { id, name, ...(isRequired ? { required: "" } : {}) }, ...options);
  select.value = chosen;
  return element("div", {}, element("label", { for: id }, label), select);
}

/** Replaces the fields below the legend, and keeps the focus where it was. */
function fill(id: string, fields: readonly HTMLElement[]): void {
  const fieldset = elementOf(id, HTMLFieldSetElement);
  const focused = document.activeElement?.id ?? "";
  const legend = fieldset.querySelector("legend");
  fieldset.replaceChildren(...(legend === null ? [] : [legend]), ...fields);
  if (focused.startsWith("choice-")) document.getElementById(focused)?.focus();
}
