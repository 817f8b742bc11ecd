/**
 * Writes the web edition's stylesheet with its fonts and pictures beside it, and puts the fonts'
 * names into the pages. Input: the folder of the edition, a stylesheet and the pages written so far.
 */
import { cp, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { StyleFolder } from "../../design/styles/style-folder.ts";
import { bundleStylesheet } from "../../design/styles/stylesheet.ts";
import { makeWebFonts } from "./web-fonts.ts";

export interface WrittenPage {
  readonly file: string;
  readonly html: string;
}

export interface StylesTarget {
  readonly outputDir: string;
  /** File name of the bundled stylesheet. */
  readonly cssName: string;
}

/** @param stylesheet name of the edition's sheet in the styles. */
export async function writeStyles(
  { outputDir, cssName }: StylesTarget,
  styles: StyleFolder,
  stylesheet: string,
  pages: readonly WrittenPage[],
): Promise<void> {
  const { css, fonts, otherAssets, ...made } = await makeWebFonts(
    styles,
    stylesheet,
    await bundleStylesheet(styles, stylesheet),
    pages.map(({ html }) => html),
  );
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    const target = path.join(outputDir, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  };
  await write(cssName, css);
  for (const { href, bytes } of fonts) await write(href, bytes);
  for (const asset of otherAssets) await cp(asset.file, path.join(outputDir, asset.href));
  for (const [index, page] of pages.entries()) {
    const html = made.pages[index] ?? page.html;
    if (html !== page.html) await writeFile(page.file, html);
  }
}
