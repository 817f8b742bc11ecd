/**
 * The web edition's stylesheet: one minified file made of the edition's stylesheet and all that it
 * imports, with the fonts it names beside it. Input: a stylesheet in the project's styles/.
 * Output: the CSS and the files to copy. Writes nothing.
 */
import path from "node:path";
import { bundle } from "lightningcss";
import { PublicationError } from "../errors.ts";

export interface BundledStylesheet {
  readonly css: string;
  /** Files that the CSS refers to; `href` is relative to the bundled stylesheet. */
  readonly assets: readonly { readonly href: string; readonly file: string }[];
}

/** Bundles `file` (absolute path). @throws PublicationError `stylesheet` with the place. */
export function bundleStylesheet(file: string): BundledStylesheet {
  const styleDir = path.dirname(file);
  let result;
  try {
    result = bundle({ filename: file, minify: true, analyzeDependencies: true });
  } catch (error) {
    throw new PublicationError("stylesheet", `${path.basename(file)} cannot be read as CSS`, {
      place: { file },
      hint: error instanceof Error ? error.message : "look for an unclosed rule or string",
      cause: error,
    });
  }
  let css = result.code.toString();
  const assets = [];
  for (const dependency of result.dependencies ?? []) {
    if (dependency.type !== "url") continue;
    css = css.replaceAll(dependency.placeholder, dependency.url);
    if (/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(dependency.url)) continue;
    assets.push({
      href: dependency.url,
      file: path.resolve(path.dirname(dependency.loc.filePath), dependency.url),
    });
  }
  for (const { file: asset } of assets) {
    if (path.relative(styleDir, asset).startsWith("..")) {
      throw new PublicationError("stylesheet", `${asset} is outside of ${styleDir}`, {
        place: { file },
        hint: "keep fonts and pictures of the styles in the same folder",
      });
    }
  }
  return { css, assets };
}
