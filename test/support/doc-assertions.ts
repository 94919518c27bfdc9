import { inspect, isDeepStrictEqual } from "node:util";
import ts from "typescript";

export interface InstrumentedExample {
  readonly code: string;
  /** The lines whose assertions must have been reached when the code is through. */
  readonly lines: readonly number[];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Turns the assertions of an example, written as comments, into calls of `__check` and `__throws`:
 * `// => value` after an expression or a `const`, `// throws Name` after any statement.
 */
export function instrument(text: string): InstrumentedExample {
  const file = ts.createSourceFile("example.ts", text, ts.ScriptTarget.ES2022, true);
  const lineAt = (position: number): number => file.getLineAndCharacterOfPosition(position).line + 1;
  const claimed = new Map<number, number>();
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    const comment = isSimpleStatement(node) ? assertionAfter(text, node) : null;
    if (comment === null || claimed.has(comment.start)) return;
    const line = lineAt(node.getStart());
    claimed.set(comment.start, line);
    edits.push(...editsFor(node, comment, line));
  };
  visit(file);
  for (const { index } of text.matchAll(/\/\/ *(=>|throws\b)/g)) {
    if (!claimed.has(index)) throw new Error(`line ${lineAt(index)}: the assertion belongs to no statement`);
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  const code = edits.reduceRight(
    (done, { start, end, text }) => done.slice(0, start) + text + done.slice(end),
    text,
  );
  return { code, lines: [...claimed.values()] };
}

function isSimpleStatement(node: ts.Node): boolean {
  return ts.isExpressionStatement(node) || ts.isVariableStatement(node) || ts.isThrowStatement(node);
}

interface Assertion {
  readonly start: number;
  readonly kind: "=>" | "throws";
  readonly text: string;
}

/** The assertion at the end of a statement's last line or alone on the next; it may go on over several lines. */
function assertionAfter(text: string, statement: ts.Node): Assertion | null {
  const match = /^[ \t]*\n?[ \t]*(\/\/ *(=>|throws\b) *(.*))/.exec(text.slice(statement.end));
  if (match === null) return null;
  const [whole, comment, kind] = match as unknown as [string, string, "=>" | "throws"];
  let expected = match[3] ?? "";
  const following = text
    .slice(statement.end + whole.length)
    .split("\n")
    .slice(1);
  while (kind === "=>" && !isExpression(expected)) {
    const more = /^\s*\/\/(.*)$/.exec(following.shift() ?? "");
    if (more === null) throw new Error(`"${expected}" is not an expression`);
    expected += `\n${more[1]}`;
  }
  return { start: statement.end + whole.length - comment.length, kind, text: expected.trim() };
}

/** Wraps a statement in what checks it, without touching what stands inside. */
function editsFor(statement: ts.Node, { kind, text }: Assertion, line: number): Edit[] {
  const start = statement.getStart();
  const { end } = statement;
  if (kind === "throws") {
    const [, name, message] = /^(\w+)(?:: (.*))?$/.exec(text) ?? [];
    if (name === undefined) throw new Error(`line ${line}: "throws" wants the name of an error`);
    const words = `${JSON.stringify(name)}, ${JSON.stringify(message ?? "")}`;
    return [
      { start, end: start, text: `await __throws(${line}, async () => { ` },
      { start: end, end, text: ` }, ${words});` },
    ];
  }
  const expected = digitsKept(withRest(text));
  if (ts.isExpressionStatement(statement)) {
    const value = printed(statement.expression);
    return [
      { start, end: value.getStart(), text: `__check(${line}, (` },
      { start: value.end, end, text: `), ${expected});` },
    ];
  }
  const names = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  const name = names.length === 1 ? names[0]?.name : undefined;
  if (name === undefined || !ts.isIdentifier(name)) {
    throw new Error(`line ${line}: "=>" wants an expression or the const of one name`);
  }
  return [{ start: end, end, text: ` __check(${line}, ${name.text}, ${expected});` }];
}

/** What `console.log(x)` would show is `x`. */
function printed(expression: ts.Expression): ts.Expression {
  if (!ts.isCallExpression(expression) || expression.expression.getText() !== "console.log")
    return expression;
  const [only, ...rest] = expression.arguments;
  return only !== undefined && rest.length === 0 ? only : expression;
}

function isExpression(text: string): boolean {
  const { diagnostics } = ts.transpileModule(`(${withRest(text)}\n)`, { reportDiagnostics: true });
  return text !== "" && diagnostics?.length === 0;
}

/** `{ a: 1, … }` and `[1, …]` stand for "and whatever else". */
function withRest(text: string): string {
  return text.replace(/…\s*\}/g, '"…": "…" }').replace(/…\s*\]/g, '"…"]');
}

/** Numbers with a decimal point or an exponent are compared to the digits that are printed. */
function digitsKept(expected: string): string {
  const file = ts.createSourceFile("expected.ts", `(${expected}\n)`, ts.ScriptTarget.ES2022, true);
  const numbers: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node) && /[.e]/i.test(node.getText())) {
      const negative =
        ts.isPrefixUnaryExpression(node.parent) && node.parent.operator === ts.SyntaxKind.MinusToken;
      numbers.push(negative ? node.parent : node);
    } else ts.forEachChild(node, visit);
  };
  visit(file);
  return numbers.reduceRight((text, node) => {
    const digits = JSON.stringify(node.getText().replace(/[\s_]/g, ""));
    return `${text.slice(0, node.getStart())}__about(${digits})${text.slice(node.end)}`;
  }, file.text);
}

/** A number known to some printed digits. */
export class About {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }

  matches(actual: unknown): boolean {
    const [mantissa = "", exponent = "0"] = this.digits.toLowerCase().split("e");
    const decimals = mantissa.split(".")[1]?.length ?? 0;
    const half = 0.5 * 10 ** (Number(exponent) - decimals);
    return typeof actual === "number" && Math.abs(actual - Number(this.digits)) <= half * (1 + 1e-9);
  }

  [inspect.custom](): string {
    return this.digits;
  }
}

export function matches(actual: unknown, expected: unknown): boolean {
  if (expected instanceof About) return expected.matches(actual);
  if (Array.isArray(expected)) return matchesList(actual, expected);
  if (isPlain(expected)) {
    if (typeof actual !== "object" || actual === null || Array.isArray(actual)) return false;
    const { "…": rest, ...known } = expected;
    const complete = rest !== undefined || Object.keys(actual).length === Object.keys(known).length;
    return (
      complete &&
      Object.entries(known).every(([key, value]) => key in actual && matches(Reflect.get(actual, key), value))
    );
  }
  return actual === expected || isDeepStrictEqual(actual, expected);
}

function matchesList(actual: unknown, expected: readonly unknown[]): boolean {
  if (!Array.isArray(actual) && !ArrayBuffer.isView(actual)) return false;
  const values = Array.from(actual as unknown as ArrayLike<unknown>);
  const open = expected.at(-1) === "…";
  const known = open ? expected.slice(0, -1) : expected;
  return (
    (open || values.length === known.length) &&
    known.every((value, at) => at in values && matches(values[at], value))
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

export function check(line: number, actual: unknown, expected: unknown): void {
  if (matches(actual, expected)) return;
  throw new Error(
    `line ${line}: says ${inspect(expected, { depth: 6 })}\n  but is ${inspect(actual, { depth: 6 })}`,
  );
}

export async function throws(line: number, act: () => unknown, name: string, message: string): Promise<void> {
  let caught: unknown;
  try {
    await act();
  } catch (error) {
    caught = error;
  }
  if (caught instanceof Error && caught.name === name && caught.message.includes(message)) return;
  const outcome = caught === undefined ? "nothing was thrown" : inspect(caught);
  throw new Error(`line ${line}: should throw ${name} ${message}\n  but ${outcome}`);
}
