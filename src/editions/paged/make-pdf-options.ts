/** What everything takes that makes a PDF of a print source, to read or for the press. Types only. */
import type { Browser } from "puppeteer";
import type { SourcedElement } from "../../document/source-position.ts";
import type { Amendments } from "../../accessible/amend/amendments.ts";
import type { LayoutProgress } from "../../paginate/layout-progress.ts";

export interface MakePdfOptions {
  readonly browser: Browser;
  /** Called for each page as it is begun, and with the number of all at the end. */
  readonly onPage: (progress: LayoutProgress) => void;
  readonly signal: AbortSignal;
  /** The date that the PDF carries. */
  readonly date: Date;
  /** What the PDF says made it, e.g. `Imprimatur 0.1.0`. */
  readonly producer: string;
  /** How long one page may take before layout is given up. */
  readonly pageTimeoutMs?: number | undefined;
  /** What a person says of a document that lacks something. */
  readonly amendments?: Amendments;
  /** All elements of the source, where it was rendered here and knows where they were written. */
  readonly elements?: readonly SourcedElement[] | undefined;
}
