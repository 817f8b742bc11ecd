/**
 * What is wrong in the content, as values: one `Fault` for each thing to fix, gathered and shown
 * all at once. Input: faults. Output: their order, their text, and the error that carries them.
 * It finds no fault itself.
 */
import { PublicationError } from "../../errors.ts";

/** One thing to fix in one file. */
export interface Fault {
  /** Path relative to the project, with `/` between folders. */
  readonly file: string;
  /** Line in that file, counted from 1; absent where the file itself is the fault. */
  readonly line?: number;
  /** Dotted path of the field, e.g. `photo.alt` or `editions.0.id`; absent for faults in a body. */
  readonly field?: string;
  /** What is wrong. */
  readonly message: string;
  /** What would be right. */
  readonly expected: string;
  /** How to fix it, in one sentence without the word "hint". */
  readonly hint: string;
}

/** The content cannot be published as it is. `faults` holds all that was found, in order. */
export class ContentError extends PublicationError {
  override readonly name: string = "ContentError";
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const inOrder = [...faults].sort(compareFaults);
    const [first] = inOrder;
    super("content", `the content has ${countFaults(inOrder)}`, {
      hint: "fix them and build again; what was built before is untouched",
      ...(first === undefined ? {} : { place: first }),
    });
    this.faults = inOrder;
  }
}

/** By file, then line, then field: an order that does not depend on which file was read first. */
export function compareFaults(a: Fault, b: Fault): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.field ?? "", b.field ?? "") ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countFaults(faults: readonly Fault[]): string {
  const fileCount = new Set(faults.map(({ file }) => file)).size;
  return `${faults.length} ${faults.length === 1 ? "fault" : "faults"} in ${fileCount} ${
    fileCount === 1 ? "file" : "files"
  }`;
}

/**
 * Content is untrusted and this text meets a terminal: control characters, and the characters that
 * turn the direction of a line, are shown as their code instead of obeyed.
 */
function shownPlainly(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Bidi_Control}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}

/** A value as a message shows it: quoted, and cut where it is long. */
export function quoteValue(value: string): string {
  const letters = Array.from(value);
  return `"${letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : value}"`;
}

function formatFault(fault: Fault): readonly string[] {
  const where = [
    ...(fault.line === undefined ? [] : [`line ${fault.line}`]),
    ...(fault.field === undefined ? [] : [fault.field]),
  ].join(", ");
  return [
    `  ${where === "" ? "" : `${where}: `}${fault.message}`,
    `    expected: ${fault.expected}`,
    `    hint: ${fault.hint}`,
  ].map(shownPlainly);
}

/** Plain text for a terminal or a log, grouped by file; the first line counts. No final newline. */
export function formatFaults(faults: readonly Fault[]): string {
  const byFile = Map.groupBy([...faults].sort(compareFaults), ({ file }) => file);
  const groups = [...byFile].map(([file, faultsOfFile]) =>
    [shownPlainly(file), ...faultsOfFile.flatMap(formatFault)].join("\n"),
  );
  return [countFaults(faults), ...groups].join("\n\n");
}
