/**
 * Which fonts the browser finds for a document that brings none of its own. No code but the choice.
 *
 * - `shipped`: the families that come with the packages (`shipped-families.ts`), and nothing else, so
 *   that every machine makes the same pages.
 * - `installed`: those, and the fonts of the machine, by their names.
 *
 * Publications have no choice: their fonts are their own, and the browser has nothing to put in the
 * place of a letter that they lack.
 */
export const FONT_CHOICES = ["installed", "shipped"] as const;

export type FontChoice = (typeof FONT_CHOICES)[number];
