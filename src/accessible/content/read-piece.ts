/** A part of a unit, and what it reads as. Types only. ISO 32000-1 §14.9.4. */
import type { Glyph } from "./units.ts";

/** Glyphs with the text of each code, and of all of them where only together they are a text. */
export interface ReadPiece {
  readonly glyphs: readonly Glyph[];
  /** One for each glyph. */
  readonly texts: readonly string[];
  /** What they read as together; undefined where the codes say it by themselves. */
  readonly actualText: string | undefined;
  /** What is seen of it and read by none of its codes: painted after the unit, as nothing. */
  readonly behind?: readonly Glyph[];
}
