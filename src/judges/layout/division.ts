/**
 * Whether a line's end breaks what it may not: a number, or a word without a hyphen. Input: the run
 * of letters that goes over the end of a line; output: what is broken. Pure; it knows no layout.
 */

/** A place where a line ends within a run of letters, which no space or chance to break parts. */
export interface Division {
  /** Names the run, the same for all its divisions. */
  readonly run: string;
  /** The whole run, soft hyphens included. */
  readonly text: string;
  /** Where in it the next line begins. */
  readonly at: number;
  /** A hyphen is printed at the end of the line, which layout put there. */
  readonly isHyphenated: boolean;
  /** It stands in an element for code, where a hyphen would be one more character. */
  readonly isCode: boolean;
  /** How wide it would be on one line, and how wide the lines of its block are. */
  readonly widthPx: number;
  readonly roomPx: number;
}

/** The part of a run that stands on one page. */
export type RunPart = Pick<Division, "text" | "isCode" | "widthPx" | "roomPx">;

export type Broken = "number" | "word";

/** What stands between the digits of a number: separators, and spaces at which no line may end. */
const SEPARATOR = String.raw`[.,:'’٫٬\u00A0\u202F\u2007]`;
const SIGN = String.raw`(?<![\p{L}\p{N}])(?:-|[+−±][\u00A0\u202F\u2007\u2009]?)`;
const CURRENCY = "[$€£¥]";

/** Before the break, and after it. */
const NUMBER_BREAKS: readonly (readonly [RegExp, RegExp])[] = [
  [new RegExp(String.raw`\p{Nd}${SEPARATOR}?$`, "u"), /^\p{Nd}/u],
  [/\p{Nd}$/u, new RegExp(String.raw`^(?:${SEPARATOR}\p{Nd}|[%‰°]|${CURRENCY})`, "u")],
  [new RegExp(`(?:${SIGN}|${CURRENCY})$`, "u"), /^\p{Nd}/u],
  // A line may end at a thin space, but not at one that parts thousands.
  [/(?<!\p{Nd})\p{Nd}{1,3}\u2009?$/u, /^\u2009?\p{Nd}{3}(?!\p{Nd})/u],
];

const WORD_BREAK = [/[\p{L}\p{M}\p{Nd}][’']?$/u, /^[’']?[\p{L}\p{M}\p{Nd}]/u] as const;

/** Scripts in which a line may end after any letter or syllable (UAX #14, classes ID, H2, SA …). */
const BREAKING_LETTER =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Yiii}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Lana}\p{scx=Talu}\p{scx=Tale}\p{scx=Java}\p{scx=Bali}]/u;

/** Web and mail addresses, paths of files, keys: what nobody reads as a word. */
const ADDRESSES: readonly RegExp[] = [
  /^\p{P}*(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:|doi:|10\.\d{4,}\/)/iu,
  /[^\s@]@[^\s@]+\.[^\s@]/u,
  /^\p{P}*(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}(?:[/:?#]|\p{P}*$)/iu,
  /^\p{P}*(?:~|\.{1,2}|[a-z]:|)[/\\]/iu,
  /[/\\].*\.[a-z]\w{0,4}\p{P}*$/iu,
  /^\p{P}*(?=\p{L}*\p{N})(?=\p{N}*\p{L})[\p{L}\p{N}_-]{16,}\p{P}*$/u,
];

/** @param roomPx where a run that is wider has to be broken: the width of the page. */
export function whatIsBroken(division: Division, roomPx: number): Broken | undefined {
  const { text, at, isHyphenated, isCode, widthPx } = division;
  if (isCode || widthPx > roomPx || ADDRESSES.some((address) => address.test(text))) {
    return undefined;
  }
  const before = withoutHyphen(text.slice(0, at), isHyphenated);
  const after = text.slice(at).replaceAll("\u00AD", "");
  if (NUMBER_BREAKS.some(([end, start]) => end.test(before) && start.test(after))) return "number";
  const [end, start] = WORD_BREAK;
  if (isHyphenated || !end.test(before) || !start.test(after)) return undefined;
  const meeting = `${/.$/u.exec(before)?.[0] ?? ""}${/^./u.exec(after)?.[0] ?? ""}`;
  return BREAKING_LETTER.test(meeting) ? undefined : "word";
}

function withoutHyphen(before: string, isHyphenated: boolean): string {
  const bare = before.replaceAll("\u00AD", "");
  return isHyphenated ? bare.replace(/[\u2010\u2011]$/u, "") : bare;
}
