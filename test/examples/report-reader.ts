/** Reads the demo's report as a person does: by headings, and numbers as the language writes them. */
export class ReportReader {
  readonly #sections = new Map<string, string[]>();
  readonly #decimalMark: string;

  constructor(text: string, language: "en" | "de" = "en") {
    this.#decimalMark = language === "de" ? "," : ".";
    const lines = text.trimEnd().split("\n");
    let section: string[] = [];
    lines.forEach((line, i) => {
      if (lines[i + 1]?.startsWith("==")) {
        section = [];
        this.#sections.set(line, section);
      } else if (!line.startsWith("==")) section.push(line);
    });
  }

  get headings(): string[] {
    return [...this.#sections.keys()];
  }

  lines(heading: string): readonly string[] {
    const found = this.headings.find((candidate) => candidate.startsWith(heading));
    const lines = found === undefined ? undefined : this.#sections.get(found);
    if (lines === undefined) throw new Error(`No section "${heading}" among ${this.headings.join(", ")}`);
    return lines;
  }

  /** The cells of the line of a section that begins with a label. */
  cells(heading: string, label: string): string[] {
    const line = this.lines(heading).find((candidate) => candidate.trimStart().startsWith(`${label}  `));
    if (line === undefined) throw new Error(`No line "${label}" in ${heading}`);
    return cellsOf(line).slice(1);
  }

  /** The rows of the first table of a section, without heading and total. */
  rows(heading: string): string[][] {
    const lines = this.lines(heading);
    const rules = lines.flatMap((line, i) => (line.trim().startsWith("──") ? [i] : []));
    const [first = 0, second = lines.length] = rules;
    return lines
      .slice(first + 1, second)
      .filter((line) => line !== "")
      .map(cellsOf);
  }

  number(cell: string | undefined): number {
    const other = this.#decimalMark === "," ? /\./g : /,/g;
    const plain = (cell ?? "").replace(other, "").replace(this.#decimalMark, ".").replace("−", "-");
    return Number(/^-?\d+(?:\.\d+)?/.exec(plain)?.[0] ?? Number.NaN);
  }
}

function cellsOf(line: string): string[] {
  return line.trim().split(/ {2,}/);
}
