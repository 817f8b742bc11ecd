/**
 * Reads the colours of tokens.css, or of a file that overrides some of them. Input: the CSS
 * text; output: each colour with what it is for and its ink on paper, and faults with file and line.
 * It judges no contrast (see `judges/design/token-contrast.ts`) and reads no other token.
 *
 * The grammar, line by line, of what is between the braces of `:root`:
 *
 *     one or more comments above a colour, each: role (";" role)* [(";" | ":") remark]
 *     role = "area" | ("text" | "large" | "graphic") " on " name ("," name)*
 *     --name: #rrggbb;
 *     --name-press: device-cmyk(c% m% y% k%);
 *
 * A comment above either line may end in `press differs: reason`; see `press-reason.ts`.
 *
 * A line reader and not a CSS parser, because parsers at hand drop comments; what it does not
 * recognise as a colour (sizes, families, `var()`) it leaves alone.
 */
import { quoteValue, type Fault } from "../../publication/faults/fault.ts";
import { readPressReason } from "./press-reason.ts";

export type RoleKind = "text" | "large" | "graphic";

/** What a colour is for: an area, or something that stands on areas. */
export type TokenRole =
  | { readonly kind: "area" }
  | {
      readonly kind: RoleKind;
      /** Names of the tokens it stands on, without `--`. */
      readonly on: readonly string[];
    };

/** Red, green and blue, each from 0 to 255. */
export type TokenColour = readonly [red: number, green: number, blue: number];
/** Cyan, magenta, yellow and black, each from 0 to 1. */
export type PressColour = readonly [cyan: number, magenta: number, yellow: number, black: number];

export interface DesignToken {
  /** Without `--`, e.g. `ink-soft`. */
  readonly name: string;
  /** As it is written, e.g. `#4a4a4a`. */
  readonly value: string;
  readonly colour: TokenColour;
  readonly roles: readonly TokenRole[];
  readonly press: PressColour | undefined;
  /** The file as messages name it, e.g. `styles/tokens.css`. */
  readonly file: string;
  readonly line: number;
  /** Where its press value stands; its own place where there is none. */
  readonly pressPlace: { readonly file: string; readonly line: number };
  /** Why its ink is meant to look otherwise than its screen colour. */
  readonly pressReason: string | undefined;
}

export interface ReadTokens {
  readonly tokens: readonly DesignToken[];
  readonly faults: readonly Fault[];
}

export interface TokenFile {
  /** How messages name it. */
  readonly file: string;
  readonly css: string;
  /** The tokens that this file overrides; a file of its own gives every press value itself. */
  readonly base?: readonly DesignToken[];
}

interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  readonly comments: readonly string[];
}

const PRESS = "-press";

/** Every colour of the file's first `:root` rule, in its order, and all that is wrong with them. */
export function readDesignTokens({ file, css, base }: TokenFile): ReadTokens {
  const declarations = readDeclarations(css);
  const press = new Map(
    declarations.filter(({ name }) => name.endsWith(PRESS)).map((each) => [each.name, each]),
  );
  const known = new Set([...(base ?? []), ...declarations].map(({ name }) => name));
  const faults: Fault[] = [];
  const tokens = declarations.flatMap((declaration): readonly DesignToken[] => {
    const { name, value, line, comments } = declaration;
    if (name.endsWith(PRESS)) {
      if (!known.has(name.slice(0, -PRESS.length))) faults.push(noColour(file, declaration));
      return [];
    }
    const roles = comments.flatMap(readRoles);
    const colour = readColour(value);
    if (roles.length === 0 && !looksLikeColour(value)) return [];
    if (roles.length === 0) faults.push(noRole(file, declaration));
    if (colour === undefined) faults.push(notColour(file, declaration));
    faults.push(...unknownGrounds(file, declaration, roles, known));
    const ink = press.get(`${name}${PRESS}`);
    const pressColour = ink === undefined ? undefined : readPress(ink.value);
    if (ink === undefined && base === undefined) faults.push(noPress(file, declaration));
    if (ink !== undefined && pressColour === undefined) faults.push(notPress(file, ink));
    const pressReason = readPressReason([...comments, ...(ink?.comments ?? [])]);
    if (pressReason === "") faults.push(noReason(file, declaration));
    if (colour === undefined) return [];
    const pressPlace = { file, line: ink?.line ?? line };
    return [
      { name, value, colour, roles, press: pressColour, file, line, pressPlace, pressReason },
    ];
  });
  return { tokens, faults };
}

/** The tokens in force where `overriding` is read after `base`: press values stay those of paper. */
export function overrideTokens(
  base: readonly DesignToken[],
  overriding: readonly DesignToken[],
): readonly DesignToken[] {
  const byName = new Map(overriding.map((token) => [token.name, token]));
  const names = new Set(base.map(({ name }) => name));
  return [
    ...base.map((token) => {
      const other = byName.get(token.name);
      if (other === undefined) return token;
      if (other.press !== undefined) return other;
      return { ...other, press: token.press, pressPlace: token.pressPlace };
    }),
    ...overriding.filter(({ name }) => !names.has(name)),
  ];
}

/** Comments and custom properties of the first `:root`, with their lines. */
function readDeclarations(css: string): readonly Declaration[] {
  const start = /:root\s*\{/u.exec(css);
  if (start === null) return [];
  const from = start.index + start[0].length;
  const pattern = /\/\*(?<comment>[\s\S]*?)\*\/|--(?<name>[\w-]+)\s*:\s*(?<value>[^;}]*)|\}/gu;
  pattern.lastIndex = from;
  const declarations: Declaration[] = [];
  let comments: string[] = [];
  for (let match = pattern.exec(css); match !== null; match = pattern.exec(css)) {
    const { comment, name, value } = match.groups ?? {};
    if (comment !== undefined) comments.push(comment);
    else if (name === undefined || value === undefined) break;
    else {
      const line = css.slice(0, match.index).split("\n").length;
      const bare = value.replace(/\/\*[\s\S]*?\*\//gu, " ").trim();
      declarations.push({ name, value: bare, line, comments });
      comments = [];
    }
  }
  return declarations;
}

function readRoles(comment: string): readonly TokenRole[] {
  return comment
    .replace(/\s+/gu, " ")
    .split(";")
    .flatMap((part): readonly TokenRole[] => {
      const [role = ""] = part.trim().split(":");
      if (role.trim() === "area") return [{ kind: "area" }];
      const [, kind, names] = /^(text|large|graphic) on (.+)$/u.exec(role.trim()) ?? [];
      if (kind === undefined || names === undefined) return [];
      const on = names.split(",").map((name) => name.trim().replace(/^--/u, ""));
      return [{ kind: kind as RoleKind, on }];
    });
}

function looksLikeColour(value: string): boolean {
  return /^(?:#|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\()/iu.test(
    value,
  );
}

/** `#rgb` and `#rrggbb`: opaque sRGB, which contrast can be computed from. */
function readColour(value: string): TokenColour | undefined {
  const [, hex] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/iu.exec(value) ?? [];
  if (hex === undefined) return undefined;
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  const channel = (start: number): number => Number.parseInt(digits.slice(start, start + 2), 16);
  return [channel(0), channel(2), channel(4)];
}

/** `device-cmyk(0% 72% 100% 46%)`; numbers from 0 to 1 as well (CSS Color 5, 7). */
function readPress(value: string): PressColour | undefined {
  const [, inner = ""] = /^device-cmyk\(([^)]*)\)$/iu.exec(value) ?? [];
  const shares = inner
    .trim()
    .split(/\s+/u)
    .map((part) => {
      if (!/^\d+(?:\.\d+)?%?$/u.test(part)) return Number.NaN;
      return part.endsWith("%") ? Number.parseFloat(part) / 100 : Number(part);
    });
  const [c, m, y, k, ...rest] = shares;
  if (c === undefined || m === undefined || y === undefined || k === undefined) return undefined;
  const isRight = rest.length === 0 && shares.every((share) => share >= 0 && share <= 1);
  return isRight ? [c, m, y, k] : undefined;
}

const EXPECTED_ROLE =
  "a comment above it: `text on …`, `large on …` or `graphic on …` with the names of colours, or `area`";
const EXPECTED_PRESS = "its ink on paper, such as `device-cmyk(0% 60% 100% 0%)`";

function noRole(file: string, { name, line }: Declaration): Fault {
  const hint = "write what the colour is for, such as /* text on paper */";
  return { file, line, message: `--${name} has no role`, expected: EXPECTED_ROLE, hint };
}

function notColour(file: string, { name, value, line }: Declaration): Fault {
  const message = `the value of --${name}, ${quoteValue(value)}, is not a colour whose contrast is known`;
  const hint = "write six hexadecimal digits after #; take the role away if it is no colour";
  return { file, line, message, expected: "an opaque colour such as #ff7900", hint };
}

function unknownGrounds(
  file: string,
  { name, line }: Declaration,
  roles: readonly TokenRole[],
  known: ReadonlySet<string>,
): readonly Fault[] {
  const unknown = roles
    .flatMap((role) => (role.kind === "area" ? [] : role.on))
    .filter((ground) => !known.has(ground));
  return unknown.map((ground) => ({
    file,
    line,
    message: `--${name} stands on ${quoteValue(ground)}, and there is no such token`,
    expected: "names of colours in tokens.css, without --, between commas",
    hint: "put a remark after a semicolon or a colon; it is read as a name otherwise",
  }));
}

function noPress(file: string, { name, line }: Declaration): Fault {
  const hint = `add a line --${name}${PRESS} below it`;
  return { file, line, message: `--${name} has no press value`, expected: EXPECTED_PRESS, hint };
}

function noReason(file: string, { name, line }: Declaration): Fault {
  const message = `the comment of --${name} says that its ink differs, and not why`;
  const expected = "`press differs:` and the reason, to the end of the comment";
  const hint = "write the reason after a colon, or take the words away";
  return { file, line, message, expected, hint };
}

function notPress(file: string, { name, value, line }: Declaration): Fault {
  const message = `the value of --${name}, ${quoteValue(value)}, is no ink`;
  const hint = "write four shares from 0% to 100%: cyan, magenta, yellow, black";
  return { file, line, message, expected: EXPECTED_PRESS, hint };
}

function noColour(file: string, { name, line }: Declaration): Fault {
  const message = `--${name} is the ink of a colour that is not there`;
  const hint = "name the colour, or remove the line";
  return { file, line, message, expected: `a token --${name.slice(0, -PRESS.length)}`, hint };
}
