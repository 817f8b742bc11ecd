/** What a bibliography is, once read. Types only. */
import type { Wording } from "../markdown/fault-token.ts";

/** A source as CSL JSON has it: what its fields are is checked where it is read. */
export type CslItem = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Source {
  readonly item: CslItem;
  /** Line of the bibliography on which it begins. */
  readonly line: number;
}

export interface PlacedWording extends Wording {
  readonly line: number;
}

/** Of one file. */
export interface ReadSources {
  /** In the order of the file; two may have the same key. */
  readonly sources: readonly Source[];
  readonly faults: readonly PlacedWording[];
}

export interface Bibliography {
  /** Path relative to the project. */
  readonly file: string;
  /** By their keys. */
  readonly sources: ReadonlyMap<string, Source>;
}
