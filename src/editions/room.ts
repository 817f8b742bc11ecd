/**
 * How the editions of a kind are made and judged. Each kind has a module `room.ts` that says it,
 * with `defineRoom`; `rooms.ts` finds it. Types, and what tells a room from other values.
 */
import type { Browser } from "puppeteer";
import type { Refusal } from "../browser/refusal.ts";
import type { VeraPdfJudge } from "../judges/pdf/verapdf.ts";
import type { JudgeReport } from "../judges/verdict/finding.ts";
import type { TimeLimits } from "../judges/verdict/time-limit.ts";
import type { Log } from "../log.ts";
import type { Project } from "../project/project.ts";
import type { RenderedSources } from "../web/web.ts";
import type { EditionKind, EditionOf } from "./kinds.ts";
import type { MadeEdition } from "./made-edition.ts";

export interface EditionMaking {
  readonly project: Project;
  /** The texts, and the print sources of editions that are laid out in pages. */
  readonly sources: RenderedSources;
  /** Folder that output is written to. */
  readonly dir: string;
  /** Where editions may be that are not made now, and that another offers. */
  readonly formerDirs?: readonly string[];
  readonly browser: Browser;
  /** The date that PDFs carry. */
  readonly date: Date;
  /** What PDFs say made them, e.g. `Imprimatur 0.1.0`. */
  readonly producer: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface MadeJudging {
  /** Folder that the editions' paths start from: the output folder, or where it is being made. */
  readonly makingDir: string;
  readonly project: Project;
  readonly browser: Browser;
  readonly signal: AbortSignal;
  readonly everyJudgeMustRun: boolean;
  readonly limits: TimeLimits;
  /** Opened once for all editions. */
  readonly veraPdf: VeraPdfJudge;
  /** Told of what the edition asks for and does not get while it is judged. */
  readonly onRefused: (refusal: Refusal) => void;
}

export interface EditionRoom<K extends EditionKind> {
  /** Writes the edition's files. @throws PublicationError where it cannot be made. */
  readonly make: (edition: EditionOf<K>, making: EditionMaking) => Promise<MadeEdition<K>>;
  readonly judge: (made: MadeEdition<K>, judging: MadeJudging) => Promise<readonly JudgeReport[]>;
}

const kindOfRoom = new WeakMap<object, EditionKind>();

export function defineRoom<K extends EditionKind>(kind: K, room: EditionRoom<K>): EditionRoom<K> {
  kindOfRoom.set(room, kind);
  return room;
}

/** Whether a value was made by `defineRoom`: modules are not typed when they are found by name. */
export function isRoomOf<K extends EditionKind>(value: unknown, kind: K): value is EditionRoom<K> {
  return typeof value === "object" && value !== null && kindOfRoom.get(value) === kind;
}
