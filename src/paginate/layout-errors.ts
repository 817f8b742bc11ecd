/** What ends layout before there are pages to prove. */
import { PublicationError } from "../errors.ts";

export interface StandstillPlace {
  /** The last page that came, or 0. */
  readonly pageNumber: number;
  /** How to name the element to a person; undefined where it is not known. */
  readonly element?: string | undefined;
  /** How long nothing came, e.g. `for 60 seconds`; undefined where layout has noticed it itself. */
  readonly time?: string;
}

export function standstillError({ pageNumber, element, time }: StandstillPlace): PublicationError {
  const where = element === undefined ? "" : ` at ${element}`;
  return new PublicationError(
    "layout-standstill",
    `layout does not go forward${time === undefined ? "" : ` ${time}`}: page ${pageNumber}${where}`,
    {
      hint: "something there fits on no page: look for a fixed height, `break-inside: avoid` or margins larger than the page",
    },
  );
}

/** Before the first page the document's scripts are at work, not its layout. */
export function neverLoaded(time: string): PublicationError {
  return new PublicationError("layout-standstill", `the document has not loaded ${time}`, {
    hint: "look for a script that does not come to an end",
  });
}

/** The browser itself says nothing any more. */
export function browserSilent(pageNumber: number, time: string): PublicationError {
  return new PublicationError(
    "layout-standstill",
    `the browser has not answered ${time}: page ${pageNumber}`,
    { hint: "look whether it was stopped, or whether the machine has memory and time for it" },
  );
}

export function notOpened(cause: unknown): PublicationError {
  if (cause instanceof PublicationError) return cause;
  return new PublicationError("layout-failed", `the document cannot be opened: ${said(cause)}`, {
    hint: "look whether its style sheets are there, and whether it has text of its own",
    cause,
  });
}

export function layoutFailed(cause: unknown): PublicationError {
  return new PublicationError("layout-failed", `Paged.js gave up: ${said(cause)}`, {
    hint: "look at the stylesheet's print rules first: Paged.js reads them with a parser of its own",
    cause,
  });
}

/** What an error says, without where in the page's code it was said. */
function said(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [line = ""] = message.split("\n");
  return line.replace(/^(?:Uncaught )?Error: /, "");
}
