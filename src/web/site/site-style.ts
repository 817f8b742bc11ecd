/**
 * What the pictures of a site (icons, the picture for shared links) take from its style sheet: two
 * colours and a font. Input: the web edition's style sheet. Output: values; where a style sheet has
 * no such token, white on black, and no font. It makes no picture.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundle, type UrlDependency } from "lightningcss";

export interface SiteStyle {
  /** The ground, e.g. `#ff7900`: the token `--accent`. */
  readonly accent: string;
  /** What stands on it: the token `--on-accent`. */
  readonly onAccent: string;
  /** The page's ground where a reader prefers dark, if the style sheet knows of it. */
  readonly darkPaper: string | undefined;
  /** The heaviest upright face of the first family in `--sans`, as a font file. */
  readonly headingFont: Uint8Array | undefined;
}

/** A colour that every renderer of SVG reads; others would come out black without a word. */
const PLAIN_COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]+)$/iu;

/** @param file path of the style sheet, which is known to be readable CSS. */
export async function readSiteStyle(file: string): Promise<SiteStyle> {
  const { code, dependencies } = bundle({
    filename: path.resolve(file),
    minify: true,
    analyzeDependencies: true,
  });
  const css = code.toString();
  const dark = css.split(/prefers-color-scheme:\s*dark/u)[1] ?? "";
  const family = tokenOf(css, "sans")?.split(",")[0];
  const faces = family === undefined ? [] : facesOf(css, unquote(family));
  const source = faces.toSorted((a, b) => b.weight - a.weight)[0]?.source;
  const font = urlsOf(dependencies).find(({ placeholder }) => placeholder === source);
  return {
    accent: colourOf(css, "accent") ?? "#000000",
    onAccent: colourOf(css, "on-accent") ?? "#ffffff",
    darkPaper: colourOf(dark, "paper"),
    headingFont:
      font !== undefined
        ? await readFile(path.resolve(path.dirname(font.loc.filePath), font.url))
        : undefined,
  };
}

/** The bundler's types allow for no list, for when it was not asked for one. */
function urlsOf(dependencies: ReturnType<typeof bundle>["dependencies"]): readonly UrlDependency[] {
  return (dependencies ?? []).filter((dependency) => dependency.type === "url");
}

/** The first value of a custom property: the one that holds where no condition is met. */
function tokenOf(css: string, name: string): string | undefined {
  return new RegExp(`[{;]--${name}:([^;}]+)`, "u").exec(css)?.[1]?.trim();
}

function colourOf(css: string, name: string): string | undefined {
  const value = tokenOf(css, name);
  return value !== undefined && PLAIN_COLOUR.test(value) ? value : undefined;
}

function unquote(name: string): string {
  return name.trim().replace(/^["']|["']$/gu, "");
}

interface Face {
  readonly weight: number;
  /** What stands in `url(…)`. */
  readonly source: string | undefined;
}

function facesOf(css: string, family: string): readonly Face[] {
  return [...css.matchAll(/@font-face\{([^}]*)\}/gu)]
    .map(([, descriptors = ""]) => descriptors)
    .filter((face) => unquote(/font-family:([^;]+)/u.exec(face)?.[1] ?? "") === family)
    .filter((face) => !/font-style:(?:italic|oblique)/u.test(face))
    .map((face) => ({
      weight: Number(/font-weight:(\d+)/u.exec(face)?.[1] ?? 400),
      source: /url\(["']?([^"')]+)/u.exec(face)?.[1],
    }));
}
