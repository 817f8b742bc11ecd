/**
 * The web edition's stylesheet: one minified file made of the edition's stylesheet and all that it
 * imports, with the fonts it names beside it. Input: the styles and the name of a sheet. Output: the
 * CSS and the files to copy. Writes nothing.
 */
import { PublicationError } from "../../errors.ts";
import { bundleStyles, placeName } from "./bundle-styles.ts";
import { findStyle, resolveStyle, type StyleFolder } from "./style-folder.ts";

export interface BundledStylesheet {
  readonly css: string;
  /** Files that the CSS refers to; `href` is relative to the bundled stylesheet. */
  readonly assets: readonly { readonly href: string; readonly file: string }[];
}

/** @throws PublicationError `stylesheet` with the place. */
export async function bundleStylesheet(
  styles: StyleFolder,
  name: string,
): Promise<BundledStylesheet> {
  const result = await bundleStyles(styles, name, { minify: true, analyzeDependencies: true });
  let css = result.code.toString();
  const assets = [];
  for (const dependency of result.dependencies ?? []) {
    if (dependency.type !== "url") continue;
    const href = resolveStyle(dependency.url, dependency.loc.filePath);
    css = css.replaceAll(dependency.placeholder, href ?? dependency.url);
    if (href === undefined) continue;
    const found = await findStyle(styles, href);
    if (found.state !== "found") {
      const isOutside = found.state === "outside";
      throw new PublicationError(
        "stylesheet",
        `${href} is ${isOutside ? "outside of the styles" : "not there"}`,
        {
          place: { file: await placeName(styles, dependency.loc.filePath) },
          hint: isOutside
            ? "keep fonts and pictures of the styles in the same folder"
            : "put the file there, or take its address out of the style sheet",
        },
      );
    }
    assets.push({ href, file: found.realPath });
  }
  return { css, assets };
}
