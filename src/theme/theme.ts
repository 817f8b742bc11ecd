/**
 * What a theme is: how a kind of publication looks. The engine knows none by name; it finds them in
 * `src/themes/`, a folder each (see `load-theme.ts`). Types, and the function that a theme is made by.
 */

/** What the module `theme.ts` of a theme says. */
export interface ThemeDefinition {
  /** Names in the styles of the fonts that a web page shows first, which browsers then ask for early. */
  readonly firstFonts: readonly string[];
}

export interface Theme extends ThemeDefinition {
  /** The name of its folder. */
  readonly name: string;
  readonly themeDir: string;
  /** Folder of its style sheets, and what they need. */
  readonly stylesDir: string;
}

const definitions = new WeakSet<ThemeDefinition>();

export function defineTheme(definition: ThemeDefinition): ThemeDefinition {
  definitions.add(definition);
  return definition;
}

/** Whether a value was made by `defineTheme`: modules are not typed when they are found by name. */
export function isThemeDefinition(value: unknown): value is ThemeDefinition {
  return typeof value === "object" && value !== null && definitions.has(value as ThemeDefinition);
}
