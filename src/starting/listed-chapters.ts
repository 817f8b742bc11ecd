/**
 * The list `chapters` in publication.yaml. Input: the text of the file, and a name that is new; output:
 * the text with the name after the last one, and everything else as its author wrote it.
 */
import { isMap, isScalar, isSeq, parse, parseDocument, stringify, type YAMLSeq } from "yaml";
import { PublicationError } from "../errors.ts";
import { PUBLICATION_FILE } from "../publication/files/file-names.ts";
import { fieldOf } from "./file-heads.ts";

/** Whether the list gives an order to the chapters of a part, or to all that are in none. */
export function listsChaptersOf(text: string, part: string | undefined): boolean {
  const list = listIn(text);
  return list !== undefined && (part === undefined || entryOfPart(list, part) !== "alone");
}

/**
 * @param part the part under which it is listed.
 * @throws PublicationError `list-unread` where the list is written in a way that cannot be added to.
 */
export function addToChapters(text: string, name: string, part: string | undefined): string {
  const list = listIn(text);
  const entry = list && (part === undefined ? list : entryOfPart(list, part));
  const item = stringify(name, { lineWidth: 0 }).trim();
  const added = isSeq(entry) ? withItem(text, entry, item) : undefined;
  if (added === undefined || !isAdded(text, added)) {
    throw new PublicationError("list-unread", "the list of `chapters` cannot be added to", {
      place: { file: `content/${PUBLICATION_FILE}` },
      hint: `write the list with a line for each chapter, and with each part, and try again`,
    });
  }
  return added;
}

function listIn(text: string): YAMLSeq | undefined {
  const list = parseDocument(text).get("chapters", true);
  return isSeq(list) ? list : undefined;
}

/** The chapters that are listed with a part; `alone` where it is named without any. */
function entryOfPart(list: YAMLSeq, part: string): YAMLSeq | "alone" | undefined {
  for (const item of list.items) {
    if (isScalar(item) && nameOf(item.value) === part) return "alone";
    if (!isMap(item) || nameOf(item.get("part")) !== part) continue;
    const chapters = item.get("chapters", true);
    return isSeq(chapters) ? chapters : undefined;
  }
  return undefined;
}

function nameOf(written: unknown): string {
  return typeof written === "string" ? written.trim().replace(/\/$/u, "") : "";
}

function withItem(text: string, list: YAMLSeq, item: string): string | undefined {
  const last = list.items.at(-1);
  const range = isScalar(last) || isMap(last) ? last.range : undefined;
  if (!range) return undefined;
  const [start, end] = range;
  if (list.flow === true) return `${text.slice(0, end)}, ${item}${text.slice(end)}`;
  const before = text.slice(0, start);
  const lineStart = before.lastIndexOf("\n") + 1;
  const dash = /^(?<indent>[ ]*)-[ ]+/u.exec(text.slice(lineStart));
  if (dash?.groups === undefined) return undefined;
  // A block scalar or a map may end with its line break; a plain word may have a comment behind it.
  const lineEnd = text[end - 1] === "\n" ? end - 1 : text.indexOf("\n", end);
  const line = `${dash.groups.indent ?? ""}- ${item}`;
  return lineEnd === -1
    ? `${text}\n${line}\n`
    : `${text.slice(0, lineEnd)}\n${line}${text.slice(lineEnd)}`;
}

/** Whether a name more is all that has changed. */
function isAdded(before: string, after: string): boolean {
  const was = namesIn(fieldOf(parse(before), "chapters"));
  const is = namesIn(fieldOf(parse(after), "chapters"));
  return is.length === was.length + 1 && was.every((name) => is.includes(name));
}

function namesIn(list: unknown): readonly string[] {
  if (typeof list === "string") return [list];
  if (Array.isArray(list)) return list.flatMap(namesIn);
  return [fieldOf(list, "part"), fieldOf(list, "chapters")].flatMap((each) =>
    each === undefined ? [] : namesIn(each),
  );
}
