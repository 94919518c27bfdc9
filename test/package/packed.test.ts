import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type PackedPackage, packedPackage } from "../support/packed-package.ts";
import { packageJson, publicRooms, root } from "../support/project.ts";
import { importsOf, parse } from "../support/source-imports.ts";

const paths = ["clientele", ...publicRooms.map((room) => `clientele/${room}`)];
const tools = join(root, "node_modules");
let packed: PackedPackage;

beforeAll(() => {
  packed = packedPackage();
}, 180_000);

/** Runs a consumer in a folder of its own inside of the project that installed the tarball. */
function consume(
  file: string,
  command: readonly string[],
  files: Record<string, string> = {},
  imported: readonly string[] = paths,
): unknown {
  const folder = mkdtempSync(join(packed.project, "consumer-"));
  copyFileSync(join(root, "test/package/consumers", file), join(folder, file));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const [program = "", ...words] = [...command, file, ...imported];
  try {
    return JSON.parse(execFileSync(program, words, { cwd: folder, encoding: "utf8", stdio: "pipe" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the tarball", () => {
  it("holds the built files and what describes them, and nothing else", () => {
    const others = packed.files.filter((path) => !/^dist\/[\w.-]+\.(js|cjs|d\.ts|d\.cts)$/.test(path));
    expect(others).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "package.json"]);
  });

  it.each(["index.js", "index.cjs"])("lets %s load without zod or anything of Node", (entry) => {
    const allowed = Object.keys(packageJson.dependencies).filter((name) => name !== "zod");
    const known = (name: string): boolean =>
      allowed.some((dep) => name === dep || name.startsWith(`${dep}/`));
    expect(packagesBehind(`dist/${entry}`).filter((name) => !known(name))).toEqual([]);
  });
});

describe("the installed package", () => {
  let expected: unknown;
  beforeAll(async () => {
    const names: Record<string, string[]> = {};
    for (const path of paths) names[path] = Object.keys((await import(path)) as object).sort();
    expected = { names, value: expect.objectContaining({ length: 300 }) };
  });

  it("works in an ESM project", () => {
    expect(consume("esm.mjs", [process.execPath])).toEqual(expected);
  });

  it("works in a CommonJS project", () => {
    expect(consume("common.cjs", [process.execPath])).toEqual(expected);
  });

  it("works where code from strings is forbidden, as a strict content-security policy does", () => {
    expect(consume("esm.mjs", [process.execPath, "--disallow-code-generation-from-strings"])).toEqual(
      expected,
    );
  });

  it("works, with types, under ts-node in a CommonJS project", () => {
    const compilerOptions = {
      strict: true,
      module: "NodeNext",
      target: "ES2022",
      types: [],
      lib: ["ES2023", "DOM"],
    };
    const output = consume("typed.ts", [process.execPath, join(tools, "ts-node/dist/bin.js")], {
      "package.json": '{ "type": "commonjs" }',
      "tsconfig.json": JSON.stringify({
        compilerOptions,
        "ts-node": { compiler: join(tools, "typescript") },
      }),
    });
    expect(output).toEqual(expected);
  }, 60_000);

  it("works, with types, under Deno", () => {
    const flags = ["run", "--quiet", "--check", "--no-remote", "--node-modules-dir=manual"];
    const output = consume("typed.ts", [process.execPath, join(tools, "deno/bin.cjs"), ...flags], {
      "package.json": '{ "type": "module" }',
    });
    expect(output).toEqual(expected);
  }, 60_000);

  it("changes nothing and starts nothing when it is imported, apart from what zod keeps for schema", () => {
    const ownPaths = paths.filter((path) => path !== "clientele/schema");
    expect(consume("side-effects.mjs", [process.execPath], {}, ownPaths)).toEqual({
      changed: [],
      resources: 0,
    });
  });
});

/** Every package that a built file loads, directly or through its chunks. */
function packagesBehind(entry: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const text = readFileSync(join(packed.project, "node_modules/clientele", entry), "utf8");
  return importsOf(parse(entry, text)).flatMap(({ specifier }) =>
    specifier.startsWith(".")
      ? packagesBehind(posix.join(posix.dirname(entry), specifier), seen)
      : [specifier],
  );
}
