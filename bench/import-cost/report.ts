import { packedPackage } from "../../test/support/packed-package.ts";
import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import { type RoomSize, type Size, sizeOf, sizesByRoom } from "./sizes.ts";
import { PATHS, SUBJECTS, type Subject } from "./subjects.ts";
import { importTimes, type Way } from "./times.ts";

/** Fresh processes per round. */
const RUNS = 3;

/** Measures the packed package, as a user would get it, and reports in Markdown. */
export async function importCostReport(
  rounds: number,
  quick: boolean,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const { project } = packedPackage();
  const subjects = quick ? SUBJECTS.slice(0, 3) : SUBJECTS;
  const paths = quick ? PATHS.slice(0, 2) : PATHS;
  const sizes: (readonly [Subject, Size])[] = [];
  for (const subject of subjects) sizes.push([subject, await sizeOf(subject, project)]);
  const times = importTimes(project, paths, quick ? 1 : rounds * RUNS);
  const rootGzip = sizes.find(([{ path, names }]) => path === "clientele" && names === "*")?.[1].gzip ?? 0;
  const text = [
    `### Size\n\n${sizeTable(sizes)}`,
    `### What the root consists of\n\n${roomTable(await sizesByRoom(), rootGzip)}`,
    `### Time of the first import, ms\n\n${timeTable(paths, times)}`,
  ].join("\n\n");
  return { text, targets: targetsOf(sizes) };
}

function sizeTable(sizes: readonly (readonly [Subject, Size])[]): string {
  return table(
    ["imported", "minified kB", "gzip kB", "brotli kB"],
    sizes.map(([{ name }, { minified, gzip, brotli }]) => [
      name,
      ...[minified, gzip, brotli].map(inKilobytes),
    ]),
  );
}

/** Rooms are packed together, so each has that part of the root's gzip that it has of the code. */
function roomTable(rooms: readonly RoomSize[], rootGzip: number): string {
  const total = rooms.reduce((sum, { minified }) => sum + minified, 0);
  return table(
    ["room or package", "minified kB", "share", "of the root's gzip, kB"],
    rooms.map(({ room, minified }) => [
      room,
      inKilobytes(minified),
      `${((100 * minified) / total).toFixed(1)} %`,
      inKilobytes((rootGzip * minified) / total),
    ]),
  );
}

function timeTable(paths: readonly string[], times: ReadonlyMap<Way, ReadonlyMap<string, number>>): string {
  return table(
    ["path", ...[...times.keys()].map(({ name }) => name)],
    paths.map((path) => [
      path,
      ...[...times.values()].map((byPath) => short(byPath.get(path) ?? Number.NaN)),
    ]),
  );
}

/** What imports were meant to weigh, minified and gzipped, in kB; the ceilings that hold are those of .size-limit.json. */
const WANTED: readonly (readonly [name: string, kilobytes: number])[] = [
  ["clientele", 60],
  ["`{ hitRate }` of clientele/hitrate", 2],
  ["clientele/bg-nbd", 8],
];

function targetsOf(sizes: readonly (readonly [Subject, Size])[]): Target[] {
  return [...wanted(sizes), ...ceilings(sizes)];
}

function wanted(sizes: readonly (readonly [Subject, Size])[]): Target[] {
  return WANTED.flatMap(([name, most]) =>
    sizes
      .filter(([subject]) => subject.name === name)
      .map(([, { gzip }]) => ({ what: `${name}, as once wanted`, most, unit: " kB", measured: gzip / 1000 })),
  );
}

function ceilings(sizes: readonly (readonly [Subject, Size])[]): Target[] {
  return sizes.flatMap(([{ name, ceiling }, { gzip, brotli }]) =>
    ceiling === null
      ? []
      : [
          {
            what: `${name}, ${ceiling.gzip ? "gzip" : "brotli"}`,
            most: ceiling.kilobytes,
            unit: " kB",
            measured: (ceiling.gzip ? gzip : brotli) / 1000,
          },
        ],
  );
}

function inKilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(bytes < 10_000 ? 2 : 1);
}
