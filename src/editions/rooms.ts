/**
 * Loads the room of a kind, in which its editions are made and judged. It is found by the kind's
 * name, as a theme is: rooms need the browser and the PDF kernel, and those need publications, of
 * which the kinds are part. So code that only reads options loads none of it, and no modules import
 * each other.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { importDefault } from "../files/import-default.ts";
import type { EditionKind } from "./kinds.ts";
import { isRoomOf, type EditionRoom } from "./room.ts";

const EDITIONS_DIR = fileURLToPath(new URL(".", import.meta.url));

export async function loadRoom<K extends EditionKind>(kind: K): Promise<EditionRoom<K>> {
  const room = await importDefault(path.join(EDITIONS_DIR, kind, "room.ts"));
  if (isRoomOf(room, kind)) return room;
  throw new TypeError(`src/editions/${kind}/room.ts has no room of ${kind} as its default export`);
}
