import { de } from "../../src/locales/de.ts";
import { en } from "../../src/locales/en.ts";
import type { Locale } from "../../src/locales/locale.ts";
import { fillTemplate } from "../../src/text/text-format.ts";
import { sampleFor } from "./proof-samples.ts";

/** One text of the locales. */
export interface ProofLine {
  readonly path: string;
  readonly english: string;
  readonly german: string;
}

const HEADINGS: Readonly<Record<string, string>> = {
  format: "Numbers and dates · Zahlen und Daten",
  classification: "Customer classes · Kundenklassen",
  retention: "Retention and recurring revenue · Kundenbindung und wiederkehrender Umsatz",
  abc: "ABC analysis · ABC-Analyse",
  concentration: "Concentration · Konzentration",
  keyAccounts: "Key accounts · Schlüsselkunden",
  segmentation: "Segments · Segmente",
  tiers: "Tiers · Wertstufen",
  satisfaction: "Satisfaction · Zufriedenheit",
  clv: "Lifetime value · Kundenwert",
  audit: "Customer base audit · Kundenbestandsanalyse",
  "charts.retention": "Charts of retention · Diagramme zur Kundenbindung",
  "charts.customers": "Charts of customers · Diagramme zu Kunden",
  "charts.models": "Charts of models and values · Diagramme zu Modellen und Kundenwert",
  "charts.offers":
    "Charts of offers, satisfaction and the audit · Diagramme zu Angeboten, Zufriedenheit und Analyse",
  "charts.report": "Report · Bericht",
  activation: "Activation · Kundenaktivierung",
  winModel: "Chances of offers · Chancen von Angeboten",
  salesCycle: "Sales cycle · Verkaufszyklus",
  pipeline: "Pipeline",
  offerPriorities: "Priorities of offers · Prioritäten von Angeboten",
  hitRate: "Hit rates · Trefferquoten",
  terms: "Terms · Begriffe",
  issues: "Faults of rows · Fehler in Zeilen",
};

const INTRODUCTION = `# Every word in English and German

All labels, sentences and messages of the locales \`en\` and \`de\` side by side, for native speakers to read and to find fault with. Words in braces are
places that the library fills; below such a text stands, in italics, how it reads with invented values. The first column is the key in the locale:
to change a word for yourself, copy the locale and set the key, \`{ ...de, terms: { ...de.terms, customer: "Mandant" } }\`. This page is written by a test from
the locales themselves.
`;

/** All texts of the locales, in their order. */
export function proofLines(): readonly ProofLine[] {
  return linesOf("", en, de);
}

/** The texts of both locales as a Markdown page. */
export function proofSheet(): string {
  const topics = new Map<string, ProofLine[]>();
  for (const line of proofLines()) {
    const topic = topicOf(line.path);
    topics.set(topic, [...(topics.get(topic) ?? []), line]);
  }
  const sections = [...topics].map(([topic, lines]) => {
    const rows = lines.map(
      ({ path, english, german }) =>
        `| \`${path}\` | ${cell(path, english, en)} | ${cell(path, german, de)} |`,
    );
    return `## ${HEADINGS[topic] ?? topic}\n\n| key | English | German |\n|---|---|---|\n${rows.join("\n")}\n`;
  });
  return [INTRODUCTION, ...sections].join("\n");
}

/** A template with values in its places; a place without a sample stays. */
export function filled(path: string, template: string, locale: Locale): string {
  const places = [...template.matchAll(/\{(\w+)\}/g)].map(([, place = ""]) => place);
  const one = path.endsWith(".one");
  return fillTemplate(
    template,
    Object.fromEntries(
      places.flatMap((place) => {
        const sample = sampleFor(path, place)?.(locale);
        if (sample === undefined) return [];
        return [[place, one && place === "count" ? "1" : sample]];
      }),
    ),
  );
}

function cell(path: string, text: string, locale: Locale): string {
  const full = filled(path, text, locale);
  return (full === text ? text : `${text}<br>*${full}*`).replaceAll("|", "\\|");
}

function topicOf(path: string): string {
  const [room = "", part = ""] = path.split(".");
  return room === "charts" ? `${room}.${part}` : room;
}

function linesOf(path: string, english: unknown, german: unknown): ProofLine[] {
  if (typeof english === "string" && typeof german === "string") return [{ path, english, german }];
  const keys = Object.keys(typeof english === "string" ? Object(german) : Object(english));
  return keys
    .map((key) => [key, path === "" ? key : `${path}.${key}`] as const)
    .filter(([, below]) => !NO_WORDS.test(below))
    .flatMap(([key, below]) => linesOf(below, partOf(english, key), partOf(german, key)));
}

/** The name of the language, and which figure of a finding chooses between one and other. */
const NO_WORDS = /^language$|^audit\.texts\.[^.]+\.by$/;

/** Where one language needs forms for one and other and the other does not, its text stands beside both. */
function partOf(value: unknown, key: string): unknown {
  return typeof value === "string" ? value : (Object(value) as Readonly<Record<string, unknown>>)[key];
}
