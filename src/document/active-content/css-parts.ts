/**
 * What in CSS can load, or could run: addresses in `url()`, `src()`, `image-set()` and `@import`, and
 * the three ways in which older browsers ran programs from style sheets. Input: CSS; output: values
 * with their lines, escapes read. It reads tokens (CSS Syntax 3, 4) and knows no grammar beyond them.
 */

export type CssPart =
  | { readonly kind: "address"; readonly value: string; readonly line: number }
  /** `expression`, `behavior` or `-moz-binding`. */
  | { readonly kind: "program"; readonly value: string; readonly line: number };

const COMMENT = String.raw`\/\*[^]*?(?:\*\/|$)`;
const ESCAPE = String.raw`\\(?:[0-9a-fA-F]{1,6}(?:\r\n|[ \t\r\n\f])?|[^\r\n\f0-9a-fA-F])`;
const NAME = String.raw`(?:[-_a-zA-Z0-9\u0080-\u{10FFFF}]|${ESCAPE})+`;
const STRING = String.raw`"(?:[^"\\\r\n\f]|\\(?:\r\n|[^]))*"?|'(?:[^'\\\r\n\f]|\\(?:\r\n|[^]))*'?`;
const TOKEN = new RegExp(
  `(?<comment>${COMMENT})|(?<string>${STRING})|@(?<rule>${NAME})|(?<name>${NAME})(?<open>\\()?|(?<mark>[^])`,
  "gu",
);
/** The rest of `url(` where its address has no quotation marks. */
const BARE_ADDRESS = /[\t\n\f\r ]*(?<address>(?:\\[^]|[^"'()\\\t\n\f\r ])*)[\t\n\f\r ]*\)?/uy;
const QUOTE_NEXT = /[\t\n\f\r ]*["']/uy;

const ADDRESS_FUNCTIONS: ReadonlySet<string> = new Set([
  "url",
  "src",
  "image-set",
  "-webkit-image-set",
]);
const PROGRAM_PROPERTIES: ReadonlySet<string> = new Set(["behavior", "-moz-binding"]);

export function cssParts(css: string): readonly CssPart[] {
  const parts: CssPart[] = [];
  /** Names of the functions that are open; `""` for a bracket without one. */
  const open: string[] = [];
  /** The at-rule that a statement belongs to. */
  let statement = "";
  let property = "";
  const lineAt = lineCounter(css);
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(css); match !== null; match = TOKEN.exec(css)) {
    const { comment, string, rule, name, mark } = match.groups ?? {};
    const line = lineAt(match.index);
    if (comment !== undefined) continue;
    if (string !== undefined) {
      const isAddress = statement === "import" || ADDRESS_FUNCTIONS.has(open.at(-1) ?? "");
      if (isAddress && statement !== "namespace")
        parts.push({ kind: "address", value: unescaped(unquoted(string)), line });
    } else if (rule !== undefined) {
      statement = lowered(rule);
    } else if (name !== undefined && match.groups?.open === undefined) {
      property = lowered(name);
      continue;
    } else if (name !== undefined) {
      const called = lowered(name);
      if (called === "expression") parts.push({ kind: "program", value: called, line });
      const bare = called === "url" ? bareAddress(css, TOKEN.lastIndex) : undefined;
      if (bare === undefined) open.push(called);
      else {
        const value = unescaped(bare.address);
        // The name of a language, which nothing is fetched from.
        if (statement !== "namespace") parts.push({ kind: "address", value, line });
        TOKEN.lastIndex = bare.end;
      }
    } else if (mark === "(") open.push("");
    else if (mark === ")") open.pop();
    else if (mark === ":" && PROGRAM_PROPERTIES.has(property)) {
      parts.push({ kind: "program", value: property, line });
    } else if (mark !== undefined && ";{}".includes(mark)) {
      statement = "";
      open.length = 0;
    }
    if (mark === undefined || !/\s/u.test(mark)) property = "";
  }
  return parts;
}

/** Undefined where a quotation mark follows: the address is a string. */
function bareAddress(
  css: string,
  start: number,
): { readonly address: string; readonly end: number } | undefined {
  QUOTE_NEXT.lastIndex = start;
  if (QUOTE_NEXT.test(css)) return undefined;
  BARE_ADDRESS.lastIndex = start;
  const address = BARE_ADDRESS.exec(css)?.groups?.address ?? "";
  return { address, end: BARE_ADDRESS.lastIndex };
}

function unquoted(string: string): string {
  const [quote = ""] = string;
  return string.slice(1, string.length > 1 && string.endsWith(quote) ? -1 : undefined);
}

/** CSS Syntax 3, 4.3.7, and line ends that a string goes on after. */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:(?<code>[0-9a-fA-F]{1,6})(?:\r\n|[ \t\r\n\f])?|(?<end>\r\n|[\r\n\f])|(?<letter>[^]))/gu,
    (...match) => {
      const groups = match.at(-1) as Partial<Record<"code" | "end" | "letter", string>>;
      if (groups.code === undefined) return groups.letter ?? "";
      const code = Number.parseInt(groups.code, 16);
      return code === 0 || code > 0x10ffff ? "\uFFFD" : String.fromCodePoint(code);
    },
  );
}

function lowered(name: string): string {
  return unescaped(name).toLowerCase();
}

/** Asked for places in their order, it goes through the text once. */
function lineCounter(text: string): (index: number) => number {
  let [at, line] = [0, 1];
  return (index) => {
    for (; at < index; at += 1) if (text[at] === "\n") line += 1;
    return line;
  };
}
