/**
 * In which direction a language is written. Input: a BCP 47 tag; output: `ltr` or `rtl`, for languages
 * that have no file here too, by the runtime's tables (CLDR).
 */
import type { Direction } from "./language.ts";

/** What TypeScript's library does not have yet. */
interface LocaleWithText extends Intl.Locale {
  readonly getTextInfo?: () => { readonly direction?: string };
}

export function directionOf(lang: string): Direction {
  let locale: LocaleWithText;
  try {
    locale = new Intl.Locale(lang);
  } catch {
    // No tag: nothing is known of it.
    return "ltr";
  }
  return locale.getTextInfo?.().direction === "rtl" ? "rtl" : "ltr";
}
