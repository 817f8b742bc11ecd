/**
 * Loads the room of a kind, in which its editions are made and judged. It is found by the kind's
 * name, as a theme is: rooms need the browser and the PDF kernel, and those need publications, of
 * which the kinds are part. So whoever only reads options loads none of it, and no modules import
 * each other.
 */
import type { EditionKind } from "./kinds.ts";
import { isRoomOf, type EditionRoom } from "./room.ts";

export async function loadRoom<K extends EditionKind>(kind: K): Promise<EditionRoom<K>> {
  const module: unknown = await import(new URL(`${kind}/room.ts`, import.meta.url).href);
  const room =
    typeof module === "object" && module !== null && "default" in module
      ? module.default
      : undefined;
  if (isRoomOf(room, kind)) return room;
  throw new TypeError(`src/editions/${kind}/room.ts has no room of ${kind} as its default export`);
}
