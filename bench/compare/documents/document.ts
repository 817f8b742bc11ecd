/** A document that is compared, and where it comes from. Types. */
import type { Input } from "../../programs/program.ts";

export interface ListedDocument {
  /** In file names and in the table. */
  readonly id: string;
  /** What it is, in a few words. */
  readonly kind: string;
  /** The package and its version, or the named file. */
  readonly from: string;
  /** Of the package; undefined for named files. */
  readonly licence?: string;
  /** Fetches or makes it. @throws Error that says why it is not to be had. */
  readonly locate: () => Promise<Input>;
}
