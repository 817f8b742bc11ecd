/**
 * Loads the room of a kind, in which its editions are made and judged. It is found by the kind's
 * name, as a theme is: rooms need the browser and the PDF kernel, and those need publications, of
 * which the kinds are part. So code that only reads options loads none of it, and no modules import
 * each other.
 */
import path from "node:path";
import { importDefault } from "../files/import-default.ts";
import type { EditionKind } from "./kinds.ts";
import { isRoomOf, type EditionRoom } from "./room.ts";

export async function loadRoom<K extends EditionKind>(kind: K): Promise<EditionRoom<K>> {
  const room = await importDefault(path.join(import.meta.dirname, kind, "room.ts"));
  if (isRoomOf(room, kind)) return room;
  throw new TypeError(`src/editions/${kind}/room.ts has no room of ${kind} as its default export`);
}
