import { join } from "node:path";
import ts from "typescript";
import { publicRooms, root } from "./project.ts";

/** Entry file of each public import path: `clientele`, `clientele/rows`, … */
export const entries: ReadonlyMap<string, string> = new Map([
  ["clientele", join(root, "src/index.ts")],
  ...publicRooms.map((room) => [`clientele/${room}`, join(root, "src", room, "index.ts")] as const),
]);

/** A program over the public entries and, besides them, texts that exist only in memory. */
export function createProgram(texts: ReadonlyMap<string, string> = new Map()): ts.Program {
  const config = ts.readConfigFile(join(root, "tsconfig.tools.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  options.noUnusedLocals = false;
  const host = ts.createCompilerHost(options, true);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  host.getSourceFile = (name, language, ...rest) => {
    const text = texts.get(name);
    if (text === undefined) return getSourceFile(name, language, ...rest);
    const file = ts.createSourceFile(name, text, language, true);
    file.impliedNodeFormat = ts.ModuleKind.ESNext;
    return file;
  };
  return ts.createProgram({ rootNames: [...entries.values(), ...texts.keys()], options, host });
}

/** Complaints of the compiler about one file of the program, as `label:line message`. */
export function complaints(program: ts.Program, file: ts.SourceFile, label: string): string[] {
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((found) => {
    const { line } = file.getLineAndCharacterOfPosition(found.start ?? 0);
    return `${label}:${line + 1} ${ts.flattenDiagnosticMessageText(found.messageText, " ")}`;
  });
}

export interface PublicName {
  readonly name: string;
  readonly kind: string;
  readonly symbol: ts.Symbol;
}

/** What an entry exports, sorted by name, with aliases resolved to what they stand for. */
export function publicNames(program: ts.Program, entry: string): PublicName[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const module = file && checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error(`${entry} exports nothing`);
  return checker
    .getExportsOfModule(module)
    .map((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      return { name: exported.name, kind: kindOf(symbol), symbol };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function kindOf({ flags, name }: ts.Symbol): string {
  if (flags & ts.SymbolFlags.Function) return "function";
  if (flags & ts.SymbolFlags.Class) return "class";
  if (flags & ts.SymbolFlags.Variable) return "const";
  if (flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) return "type";
  throw new Error(`"${name}" is exported, but is no function, class, const or type`);
}
