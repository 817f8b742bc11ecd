/** What is said of a document that was set right. Input: what was done; output: notices. Pure. */
import type { ChangedHeading } from "../tree/heading-order.ts";
import { collapse } from "../source/source-names.ts";
import type { Notice } from "./amendments.ts";

/** @param title the first heading's text. */
export function titleNotice(title: string): Notice {
  return {
    about: "title",
    message: `the document has no title: its first heading serves as one, “${shortened(title)}”`,
    places: [],
  };
}

/** None where the document says no other language than the given one. */
export function languageNotice(own: string, given: string | undefined): Notice[] {
  if (given === undefined || own === "" || own.toLowerCase() === given.toLowerCase()) return [];
  const message = `the language is the given one, ${given}, in the place of the document's, “${shortened(own)}”`;
  return [{ about: "language", message, places: [] }];
}

/** None where no heading was changed. */
export function headingNotices(
  changed: readonly ChangedHeading[],
  describe: (ref: string) => string,
): Notice[] {
  if (changed.length === 0) return [];
  const [headings, have] = changed.length === 1 ? ["heading", "has"] : ["headings", "have"];
  return [
    {
      about: "headings",
      message: `${changed.length} ${headings} ${have} another level in the tags, so that none is skipped`,
      places: changed.map(
        ({ ref, text, from, to }) => `${describe(ref)} “${shortened(text)}”: H${from} is H${to}`,
      ),
    },
  ];
}

/** None where every link leads somewhere. */
export function idleLinkNotices(places: readonly string[]): Notice[] {
  if (places.length === 0) return [];
  const [links, lead, are] =
    places.length === 1 ? ["a link", "leads", "is"] : ["links", "lead", "are"];
  const message = `${links} that ${lead} nowhere, or to what a script does, ${are} plain text`;
  return [{ about: "links", message, places }];
}

/** One line of at most 60 letters. */
export function shortened(text: string): string {
  const letters = [...collapse(text)];
  return letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : letters.join("");
}
