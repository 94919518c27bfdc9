import { existsSync } from "node:fs";
import { join } from "node:path";
import { publicRooms, readText, root } from "../../test/support/project.ts";

/** A room with a subpath of its own. */
export interface Room {
  readonly name: string;
  /** Its entry, from the root of the repository. */
  readonly entry: string;
  /** What lives there, in the words of the architecture. */
  readonly description: string;
  /** Whether `import … from "clientele"` finds its names, too. */
  readonly inRoot: boolean;
}

/** The public rooms in the order of package.json. */
export function siteRooms(names: readonly string[] = publicRooms): Room[] {
  const face = readText("src/index.ts");
  const plan = readText("docs/architecture.md");
  return names
    .map((name) => ({ name, entry: `src/${name}/index.ts` }))
    .filter(({ entry }) => existsSync(join(root, entry)))
    .map(({ name, entry }) => ({
      name,
      entry,
      description: new RegExp(`\\| \`src/${name}/\` \\| (.+?) \\|`).exec(plan)?.[1] ?? "",
      inRoot: face.includes(`"./${name}/index.ts"`),
    }));
}

/** The page of a room begins with what it is and how it is imported. */
export function roomIntroduction({ name, description, inRoot }: Room): string {
  const where = inRoot
    ? `Everything here can also be imported from \`clientele\`; \`clientele/${name}\` loads this room and those it stands on.`
    : `These names stand in \`clientele/${name}\` only; the root does not load them.`;
  const first = description.charAt(0).toUpperCase() + description.slice(1);
  return `${first === "" ? "" : `${first.replace(/\.$/, "")}.\n\n`}${where}\n`;
}
