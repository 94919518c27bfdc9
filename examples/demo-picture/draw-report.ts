import { runDemo } from "../demo/run-demo.ts";
import { drawTerminal } from "./draw-terminal.ts";

const PICTURED = ["Customers by class", "The 20 most valuable customers"];
const MOST_LINES = 14;

/** The picture of the README as SVG: two sections of the demo's report, shortened. */
export async function drawReport(): Promise<string> {
  const sections = sectionsOf(await reportOf([]));
  const lines = PICTURED.flatMap((title) => {
    const section = sections.get(title);
    if (section === undefined) throw new Error(`The demo's report has no section "${title}".`);
    return ["", title, "", ...section.slice(0, MOST_LINES)];
  });
  return drawTerminal("npm run demo", [...lines.slice(1), "  …"]);
}

async function reportOf(commandLine: readonly string[]): Promise<string> {
  let report = "";
  await runDemo([...commandLine], {
    report: (text) => {
      report += text;
    },
    trouble: (text) => {
      throw new Error(text);
    },
  });
  return report;
}

/** The tables of a report by heading; a heading is underlined, and remarks below a table are left out. */
function sectionsOf(report: string): Map<string, readonly string[]> {
  const lines = report.split("\n");
  const sections = new Map<string, readonly string[]>();
  lines.forEach((line, i) => {
    if (!/^=+$/.test(line)) return;
    const end = lines.indexOf("", i);
    const body = lines.slice(i + 1, end === -1 ? undefined : end);
    const remark = body.findIndex((text) => /^ {2}\S.*[.:;,]/.test(text) && !/ {2}\S/.test(text.trim()));
    sections.set(lines[i - 1] ?? "", remark === -1 ? body : body.slice(0, remark));
  });
  return sections;
}
