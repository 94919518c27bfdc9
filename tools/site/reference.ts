import {
  type Application,
  Comment,
  CommentTag,
  Converter,
  type DeclarationReflection,
  type ExternalResolveResult,
  type ProjectReflection,
  ReflectionKind,
} from "typedoc";
import { REFERENCE } from "./guides.ts";
import { type Room, roomIntroduction } from "./rooms.ts";

/** Names the rooms as they are imported, tells what each is, and lets `{@link DataError}` find names of other rooms. */
export function describeRooms(app: Application, rooms: readonly Room[]): void {
  const known = new Map(rooms.map((room) => [room.name, room]));
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
      const room = known.get(module.name);
      if (room === undefined) throw new Error(`${module.name} is no public room`);
      module.name = `clientele/${room.name}`;
      const group = new CommentTag("@group", [{ kind: "text", text: REFERENCE }]);
      module.comment = new Comment([{ kind: "text", text: roomIntroduction(room) }], [group]);
    }
  });
  app.converter.addUnknownSymbolResolver((reference, reflection) => {
    const path = reference.symbolReference?.path ?? [];
    const name = path[0]?.path;
    const target =
      path.length === 1 && name !== undefined ? publicNames(reflection.project).get(name) : undefined;
    // Written for addresses elsewhere, it takes a name of this project as well, though its type does not say so.
    return target && ({ target } as unknown as ExternalResolveResult);
  });
}

const names = new WeakMap<ProjectReflection, ReadonlyMap<string, DeclarationReflection>>();

/** Everything that a room exports, by its name. */
export function publicNames(project: ProjectReflection): ReadonlyMap<string, DeclarationReflection> {
  const before = names.get(project);
  if (before !== undefined) return before;
  const found = new Map<string, DeclarationReflection>();
  for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
    for (const child of module.children ?? []) if (!child.isReference()) found.set(child.name, child);
  }
  names.set(project, found);
  return found;
}
