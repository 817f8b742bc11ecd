/**
 * The languages that blocks of code may be in, and the parts of code as spans. Input: a name as authors
 * write it, and code; output: what highlight.js knows of it. It has 190 languages, of which none is read
 * before the first block that names one.
 */
import { createRequire } from "node:module";
import type { HLJSApi } from "highlight.js";

/** Before the names of classes, so that they are none of a theme's. */
const CLASS_PREFIX = "code-";

/** No names of the library, and near to one that is: they are spelt right. */
const OTHERS: ReadonlySet<string> = new Set(["hlsl", "jsonl", "sass"]);

/** Shorter names are near to each other without a slip: `dot` and `dos`. */
const SHORTEST_SLIP = 4;

/** Longer code, or code with a longer line, was written by programs; patterns may take long in it. */
const MAX_LENGTH = 100_000;
const MAX_LINE = 2_000;

let library: HLJSApi | undefined;

function highlighter(): HLJSApi {
  if (library === undefined) {
    library = createRequire(import.meta.url)("highlight.js") as HLJSApi;
    library.configure({ classPrefix: CLASS_PREFIX });
  }
  return library;
}

/** What the language is called, such as `JavaScript` for `js`; undefined where it is not known. */
export function languageTitle(name: string): string | undefined {
  return highlighter().getLanguage(name)?.name;
}

/** The known name that is one slip of the keys away, where this one is not known. */
export function meantLanguage(name: string): string | undefined {
  const typed = name.toLowerCase();
  if (typed.length < SHORTEST_SLIP || OTHERS.has(typed)) return undefined;
  if (languageTitle(typed) !== undefined) return undefined;
  const { listLanguages, getLanguage } = highlighter();
  const names = listLanguages().flatMap((each) => [each, ...(getLanguage(each)?.aliases ?? [])]);
  return names.find((each) => isOneSlipAway(typed, each.toLowerCase()));
}

/** One letter more, fewer or other, or two that changed places. */
function isOneSlipAway(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < length && one.charAt(same) === other.charAt(same)) same += 1;
  const from = (text: string, skipped: number): string => text.slice(same + skipped);
  const isSwapped =
    one.charAt(same) === other.charAt(same + 1) && one.charAt(same + 1) === other.charAt(same);
  return (
    from(one, 1) === from(other, 1) ||
    from(one, 1) === from(other, 0) ||
    from(one, 0) === from(other, 1) ||
    (isSwapped && from(one, 2) === from(other, 2))
  );
}

/** HTML of the code with a span for each part; undefined where there is nothing to tell apart. */
export function highlightedCode(code: string, language: string): string | undefined {
  const isLong =
    code.length > MAX_LENGTH || code.split("\n").some((line) => line.length > MAX_LINE);
  if (isLong || languageTitle(language) === undefined) return undefined;
  return highlighter().highlight(code, { language, ignoreIllegals: true }).value;
}
