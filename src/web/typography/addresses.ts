/**
 * Finds what must stay exactly as typed in running text: web and mail addresses and file paths.
 * It errs on the side of leaving things alone.
 */

/** A stretch of UTF-16 code units, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const OPENING_MARKS = "([{<“‘\"'";
const CLOSING_MARKS = ")]}>”’\"'.,;:!?…";

/** Lengths are bounded so that no input makes the search slow. */
const WEB_ADDRESS = /[a-z][a-z+.-]{1,15}:\/\/|www\.|(?:mailto|tel|urn|doi):(?=\S)/iu;
const DOMAIN_AND_PATH = /^[\w-]+(?:\.[\w-]+)+[/:?#]/u;
const ROOTED_PATH = /^(?:~|\.{1,2})?\/[^/\s]|^[a-z]:[\\/]|^\\\\/iu;
const FILE_EXTENSION = /\.[a-z0-9]{1,5}$/iu;
const MAIL_CHARACTER = /[\w.+-]/u;

export function findAddresses(text: string): readonly Stretch[] {
  return [...text.matchAll(/[^\s«»\uFFFC]+/gu)].flatMap((match) => {
    const address = addressIn(match[0]);
    if (address === undefined) return [];
    return [{ start: match.index + address.start, end: match.index + address.end }];
  });
}

/** The address in a token, a string without spaces or guillemets, less the punctuation around it. */
function addressIn(token: string): Stretch | undefined {
  let start = 0;
  let end = token.length;
  while (start < end && OPENING_MARKS.includes(token.charAt(start))) start += 1;
  while (end > start && CLOSING_MARKS.includes(token.charAt(end - 1))) end -= 1;
  // A path may well end in dots (`https://…/...`): those are not an ellipsis.
  if (token.startsWith("..", end)) end = token.length;
  const word = token.slice(start, end);

  const web = WEB_ADDRESS.exec(word);
  if (web !== null) return { start: start + web.index, end };
  if (DOMAIN_AND_PATH.test(word) || ROOTED_PATH.test(word)) return { start, end };
  if (word.includes("/") && FILE_EXTENSION.test(word)) return { start, end };
  return mailAddressIn(token);
}

function mailAddressIn(token: string): Stretch | undefined {
  const at = token.indexOf("@");
  if (at === -1) return undefined;
  let start = at;
  let end = at + 1;
  while (start > 0 && MAIL_CHARACTER.test(token.charAt(start - 1))) start -= 1;
  while (end < token.length && MAIL_CHARACTER.test(token.charAt(end))) end += 1;
  return start < at && end > at + 1 ? { start, end } : undefined;
}
