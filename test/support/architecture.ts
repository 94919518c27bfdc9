import { posix } from "node:path";
import ts from "typescript";
import { importsOf, lineOf, parse, type SourceImport } from "./source-imports.ts";

/** Rooms by floor, from the ground up. A room imports from itself and from floors strictly below it. */
const floors: readonly (readonly string[])[] = [
  ["math", "rows"],
  ["time"],
  ["statistics", "text", "transactions", "offers", "subscriptions"],
  ["customers"],
  ["classification", "pareto", "segmentation", "hitrate", "models", "satisfaction"],
  ["retention", "bg-nbd"],
  ["clv"],
  ["activation", "audit"],
  ["locales"],
  ["charts", "sql"],
  ["schema"],
];

/** The only rooms that may import a package at run time, and which. */
const packagesOf: Readonly<Record<string, RegExp>> = {
  time: /^(date-fns|@date-fns\/)/,
  schema: /^zod(\/|$)/,
  math: /^pure-rand(\/|$)/,
};

const forbiddenGlobals = new Set([
  "eval",
  "Function",
  "console",
  "fetch",
  "process",
  "globalThis",
  "require",
]);
const forbiddenMembers = new Set(["Math.random", "Date.now", "performance.now"]);

/** Source text by path relative to the repository, such as `src/time/unit.ts`. */
export type Sources = ReadonlyMap<string, string>;

/** Every breach of the rules of the house, as sentences that name the file and the line. */
export function breaches(sources: Sources): string[] {
  const found: string[] = [];
  for (const [path, text] of sources) {
    const file = parse(path, text);
    const report = (line: number, what: string): void => {
      found.push(`${path}:${line} ${what}`);
    };
    if (!/^src\/([a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(path)) report(1, "is not named in kebab-case");
    if (roomOf(path) !== "" && floorOf(path) < 0) report(1, "lies in a room that has no floor");
    for (const { line, ...entry } of importsOf(file)) {
      const trouble = importTrouble(path, entry, sources);
      if (trouble !== null) report(line, trouble);
    }
    reportForbiddenNames(file, report);
    if (path.endsWith("/index.ts")) reportOwnCode(file, report);
  }
  return [...found, ...cycles(sources)];
}

function importTrouble(path: string, entry: Omit<SourceImport, "line">, sources: Sources): string | null {
  const { specifier, typeOnly } = entry;
  const room = roomOf(path);
  if (!specifier.startsWith(".")) {
    return packagesOf[room]?.test(specifier) ? null : `may not import the package "${specifier}"`;
  }
  if (!specifier.endsWith(".ts")) return `imports "${specifier}" without the ending .ts`;
  const target = resolve(path, specifier);
  if (!sources.has(target)) return `imports "${specifier}", which does not exist`;
  const targetRoom = roomOf(target);
  if (room === targetRoom) return null;
  if (targetRoom === "") return "imports the public face of the library; import the room's file";
  if (path === "src/index.ts") {
    if (targetRoom === "charts") return "would make the root load all charts; they stay in their own subpath";
    if (targetRoom === "sql") return "would make the root load all queries; they stay in their own subpath";
    return targetRoom === "schema" ? "would make the root load zod; schema stays in its own subpath" : null;
  }
  if (floorOf(target) >= floorOf(path)) return `imports from ${targetRoom}, which is not below ${room}`;
  if (room === "locales" && !typeOnly) return `may import only types, not values, from ${targetRoom}`;
  return null;
}

function reportForbiddenNames(file: ts.SourceFile, report: (line: number, what: string) => void): void {
  const visit = (node: ts.Node): void => {
    const trouble = forbidden(node);
    if (trouble !== null) report(lineOf(file, node), trouble);
    ts.forEachChild(node, visit);
  };
  visit(file);
}

function forbidden(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) {
    const name = `${node.expression.getText()}.${node.name.text}`;
    if (forbiddenMembers.has(name)) return `uses ${name}: results depend on nothing but the input`;
    if (node.name.text.startsWith("toLocale")) return `uses ${node.name.text}: it depends on the machine`;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length) {
    return "reads the clock with new Date()";
  }
  if (ts.isIdentifier(node) && forbiddenGlobals.has(node.text) && isReference(node)) {
    return `uses the global ${node.text}`;
  }
  return null;
}

/** Whether an identifier reads a variable, rather than naming a property, a member or a type. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(
    ts.isTypeNode(parent) ||
    ts.isTypeElement(parent) ||
    ts.isClassElement(parent) ||
    ts.isQualifiedName(parent)
  );
}

/** An index.ts says what a room shows and holds no code of its own; only the root takes rooms whole. */
function reportOwnCode(file: ts.SourceFile, report: (line: number, what: string) => void): void {
  for (const statement of file.statements) {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) {
      report(lineOf(file, statement), "holds something other than re-exports");
    } else if (statement.exportClause === undefined && file.fileName !== "src/index.ts") {
      report(lineOf(file, statement), "re-exports with a star; name what is public");
    }
  }
}

/** Cycles of value imports; types may refer to each other in circles. */
function cycles(sources: Sources): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push(`import cycle: ${[...trail.slice(start), path].join(" → ")}`);
    if (start >= 0 || done.has(path)) return;
    for (const { specifier, typeOnly } of importsOf(parse(path, sources.get(path) ?? ""))) {
      const target = resolve(path, specifier);
      if (!typeOnly && specifier.startsWith(".") && sources.has(target)) walk(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of sources.keys()) walk(path, []);
  return found;
}

function resolve(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier);
}

/** `src/time/unit.ts` lies in `time`; `src/index.ts` lies in no room. */
function roomOf(path: string): string {
  return path.split("/").length > 2 ? (path.split("/")[1] ?? "") : "";
}

function floorOf(path: string): number {
  return floors.findIndex((floor) => floor.includes(roomOf(path)));
}
