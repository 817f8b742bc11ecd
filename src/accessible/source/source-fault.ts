/** What in the source keeps the PDF from a standard, in the wording of Typst's PDF/UA export. */
export interface SourceFault {
  /** e.g. `PDF/UA-1 §7.3`. */
  readonly clause: string;
  readonly rule: string;
  readonly message: string;
  /** The element, or the page. */
  readonly where: string;
  /** How to mend it, without the word "hint". */
  readonly hint: string;
  readonly wcag: readonly string[];
  /** The number of the source element, where the fault is one's. */
  readonly ref?: string;
}
