/**
 * Leads the browser to the fonts that were chosen. Input: the choice, and a folder of this run; output:
 * the environment variables that the browser's process is started with, and `fonts.conf` in that
 * folder. It is written anew for each run: the packages, and the person's folders, may have changed.
 */
import { writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { PublicationError } from "../errors.ts";
import type { FontChoice } from "../fonts/font-choice.ts";
import { formatFontconfig } from "../fonts/fontconfig.ts";
import { installedFontFolders } from "../fonts/installed-folders.ts";
import { shippedFamilies } from "../fonts/shipped-families.ts";
import { browserCacheDir } from "./shipped-browser.ts";
import type { Environment } from "./system-browsers.ts";

/** Whether browsers of this platform find fonts by fontconfig, and so can be led to ours. */
export function hasFontconfig(platform: NodeJS.Platform): boolean {
  return platform !== "darwin" && platform !== "win32";
}

/**
 * @param runDir where `fonts.conf` may be written and stays as long as the browser runs.
 * @param projectDir in whose cache fontconfig keeps what it has read of fonts.
 * @throws PublicationError `fonts-not-shipped` where the platform's browsers find all that is
 * installed, whatever one says; `fonts-missing` where a package is not there.
 */
export async function fontEnvironment(
  choice: FontChoice,
  runDir: string,
  projectDir: string,
  platform: NodeJS.Platform = process.platform,
): Promise<Environment> {
  if (!hasFontconfig(platform)) {
    if (choice === "installed") return {};
    throw new PublicationError(
      "fonts-not-shipped",
      "browsers of this platform use the fonts that are installed: they cannot be kept to those of the package",
      { hint: "leave out --fonts, or name the document's own fonts in @font-face rules" },
    );
  }
  const file = path.join(runDir, "fonts.conf");
  const text = formatFontconfig({
    shipped: shippedFamilies(),
    installedFolders: choice === "installed" ? installedFontFolders(process.env, homedir()) : [],
    cacheDir: path.join(browserCacheDir(projectDir), "fontconfig"),
  });
  await writeFile(file, text);
  // Otherwise fontconfig prefers fonts of the language that the person's machine speaks.
  return { FONTCONFIG_FILE: file, FC_LANG: "en" };
}
