/**
 * The design tokens of a project: those of its theme, and over them its own. Input: its styles; output:
 * the colours of tokens.css, and those in force where readers prefer dark. It judges none of them.
 */
import { readFile } from "node:fs/promises";
import type { Fault } from "../../publication/faults/fault.ts";
import { findStyle, shownName, type StyleFolder } from "../styles/style-folder.ts";
import { overrideTokens, readDesignTokens, type DesignToken } from "./design-tokens.ts";

const LIGHT = "tokens.css";
/** Overrides the other where readers prefer dark. */
const DARK = "tokens-dark.css";

/** Names of the sheets of tokens. */
export const TOKEN_SHEETS = [LIGHT, DARK] as const;

export interface ProjectTokens {
  readonly light: readonly DesignToken[];
  /** Absent where there are no dark colours. */
  readonly dark?: readonly DesignToken[];
  readonly faults: readonly Fault[];
}

interface Tokens {
  readonly tokens: readonly DesignToken[];
  readonly faults: readonly Fault[];
}

/**
 * @param folders of the styles in which sheets of tokens are looked for: the later overrides.
 * @returns undefined where there is no tokens.css: style sheets then hold their own colours.
 */
export async function readProjectTokens(
  styles: StyleFolder,
  folders: readonly string[],
): Promise<ProjectTokens | undefined> {
  const light = await readOver(undefined, sheetsOf(folders, LIGHT), styles);
  if (light === undefined) return undefined;
  const dark = await readOver(light.tokens, sheetsOf(folders, DARK), styles);
  if (dark === undefined) return { light: light.tokens, faults: light.faults };
  return {
    light: light.tokens,
    dark: dark.tokens,
    faults: [...light.faults, ...dark.faults],
  };
}

function sheetsOf(folders: readonly string[], name: string): readonly string[] {
  return folders.map((folder) => `${folder}/${name}`);
}

/** Undefined where none of the sheets is there. */
async function readOver(
  base: readonly DesignToken[] | undefined,
  names: readonly string[],
  styles: StyleFolder,
): Promise<Tokens | undefined> {
  let read: Tokens | undefined;
  for (const name of names) {
    const found = await findStyle(styles, name);
    if (found.state !== "found") continue;
    const under = read?.tokens ?? base;
    const { tokens, faults } = readDesignTokens({
      file: shownName(styles, found.realPath),
      css: await readFile(found.realPath, "utf8"),
      ...(under !== undefined && { base: under }),
    });
    read = {
      tokens: under === undefined ? tokens : overrideTokens(under, tokens),
      faults: [...(read?.faults ?? []), ...faults],
    };
  }
  return read;
}
