/**
 * The design tokens of a project. Input: its folder; output: the colours of styles/tokens.css, and
 * those in force where readers prefer dark. It judges none of them.
 */
import { readFile } from "node:fs/promises";
import { fileIn, type ProjectFolders } from "../../project/folders.ts";
import type { Fault } from "../../publication/fault.ts";
import { overrideTokens, readDesignTokens, type DesignToken } from "./design-tokens.ts";
import { isMissing } from "../../files/missing.ts";

/** The files of a project's tokens; the second overrides the first where readers prefer dark. */
export const LIGHT_TOKENS = "styles/tokens.css";
export const DARK_TOKENS = "styles/tokens-dark.css";

export interface ProjectTokens {
  readonly light: readonly DesignToken[];
  /** Absent where the project has no dark colours. */
  readonly dark?: readonly DesignToken[];
  readonly faults: readonly Fault[];
}

/** Undefined where the project has no styles/tokens.css: its styles then hold their own colours. */
export async function readProjectTokens(
  folders: ProjectFolders,
): Promise<ProjectTokens | undefined> {
  const read = (file: string): Promise<string | undefined> =>
    readFile(fileIn(folders, file), "utf8").catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
  const [lightCss, darkCss] = await Promise.all([read(LIGHT_TOKENS), read(DARK_TOKENS)]);
  if (lightCss === undefined) return undefined;
  const light = readDesignTokens({ file: LIGHT_TOKENS, css: lightCss });
  if (darkCss === undefined) return { light: light.tokens, faults: light.faults };
  const dark = readDesignTokens({ file: DARK_TOKENS, css: darkCss, base: light.tokens });
  return {
    light: light.tokens,
    dark: overrideTokens(light.tokens, dark.tokens),
    faults: [...light.faults, ...dark.faults],
  };
}
