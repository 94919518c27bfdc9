import { publicRooms, readText } from "../../test/support/project.ts";

/** Something that is imported, and how. */
export interface Subject {
  readonly name: string;
  /** As users write it. */
  readonly path: string;
  /** What stands between `export` and `from`. */
  readonly names: string;
  /** Where the project has set a ceiling: kilobytes, and how they are packed. */
  readonly ceiling: { readonly kilobytes: number; readonly gzip: boolean } | null;
}

interface SizeLimit {
  readonly name: string;
  readonly path: string;
  readonly import: string;
  readonly limit: string;
  readonly gzip?: boolean;
}

const LIMITS = JSON.parse(readText(".size-limit.json")) as readonly SizeLimit[];

/** The root and each subpath as a whole. */
export const PATHS: readonly string[] = ["clientele", ...publicRooms.map((room) => `clientele/${room}`)];

/** All paths, then single functions as .size-limit.json names them. */
export const SUBJECTS: readonly Subject[] = [
  ...PATHS.map((path) => {
    const limit = LIMITS.find((each) => each.import === "*" && pathOf(each) === path);
    return { name: path, path, names: "*", ceiling: limit === undefined ? null : ceilingOf(limit) };
  }),
  ...LIMITS.filter((limit) => limit.import !== "*").map((limit) => ({
    name: `\`${limit.import}\` of ${pathOf(limit)}`,
    path: pathOf(limit),
    names: limit.import,
    ceiling: ceilingOf(limit),
  })),
];

function pathOf({ path }: SizeLimit): string {
  const room = path.replace(/^dist\/|\.js$/g, "");
  return room === "index" ? "clientele" : `clientele/${room}`;
}

function ceilingOf({ limit, gzip = false }: SizeLimit): Subject["ceiling"] {
  const [, figure, unit] = /^([\d.]+) (B|kB)$/.exec(limit) ?? [];
  if (figure === undefined) throw new Error(`The limit "${limit}" is in neither B nor kB.`);
  return { kilobytes: Number(figure) / (unit === "B" ? 1000 : 1), gzip };
}
