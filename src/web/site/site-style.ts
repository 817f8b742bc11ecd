/**
 * What the pictures of a site (icons, the picture for shared links) take from its design: two colours
 * and a font. Input: the design, and the web edition's style sheet. Output: values; where there is no
 * such token, white on black, and no font. It makes no picture.
 */
import { readFile } from "node:fs/promises";
import type { TransformResult, UrlDependency } from "lightningcss";
import type { Design } from "../../design/design.ts";
import type { DesignToken } from "../../design/tokens/design-tokens.ts";
import { bundleStyles } from "../../design/styles/bundle-styles.ts";
import { findStyle, resolveStyle, type StyleFolder } from "../../design/styles/style-folder.ts";

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

/** @param stylesheet name of a sheet in the styles. */
export async function readSiteStyle(
  { styles, tokens }: Design,
  stylesheet: string,
): Promise<SiteStyle> {
  const { code, dependencies } = await bundleStyles(styles, stylesheet, {
    minify: true,
    analyzeDependencies: true,
  });
  const css = code.toString();
  const family = headingFamily(css)?.split(",")[0];
  const faces = family === undefined ? [] : facesOf(css, unquote(family));
  const source = faces.toSorted((a, b) => b.weight - a.weight)[0]?.source;
  const font = urlsOf(dependencies).find(({ placeholder }) => placeholder === source);
  return {
    accent: colourOf(tokens?.light, "accent") ?? "#000000",
    onAccent: colourOf(tokens?.light, "on-accent") ?? "#ffffff",
    darkPaper: colourOf(tokens?.dark, "paper"),
    headingFont: font && (await readFont(font, styles)),
  };
}

async function readFont(
  { url, loc }: UrlDependency,
  styles: StyleFolder,
): Promise<Uint8Array | undefined> {
  const name = resolveStyle(url, loc.filePath);
  const found = name === undefined ? undefined : await findStyle(styles, name);
  return found?.state === "found" ? readFile(found.realPath) : undefined;
}

/** The bundler's types allow for no list, for when it was not asked for one. */
function urlsOf(dependencies: TransformResult["dependencies"]): readonly UrlDependency[] {
  return (dependencies ?? []).filter((dependency) => dependency.type === "url");
}

/** The last value of `--sans`: a project's comes after its theme's. */
function headingFamily(css: string): string | undefined {
  return [...css.matchAll(/[{;]--sans:([^;}]+)/gu)].at(-1)?.[1]?.trim();
}

function colourOf(tokens: readonly DesignToken[] | undefined, name: string): string | undefined {
  return tokens?.find((token) => token.name === name)?.value;
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
