/**
 * The error family of the project. A `PublicationError` is a technical fault: the pipeline cannot
 * go on. What is wrong with content or output, and can be listed, is a value instead (`Fault`,
 * `Finding`), so that everything is shown at once.
 */

/** A place in a file that a person can open: path relative to the project, line counted from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

export interface ErrorDetails {
  readonly place?: Place;
  /** How to fix it, in one sentence without the word "hint". */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** What went wrong (`message`), where (`place`) and how to fix it (`hint`). */
export class PublicationError extends Error {
  override readonly name: string = "PublicationError";
  /** A stable kebab-case name for the kind of fault, e.g. `browser-not-found`. */
  readonly code: string;
  readonly place: Place | undefined;
  readonly hint: string | undefined;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.place = details.place;
    this.hint = details.hint;
  }
}

/** `file:line`, or `file` where the line is not known. */
export function formatPlace(place: Place): string {
  return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}
