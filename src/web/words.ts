/**
 * Interface words: the few words that the pipeline itself writes into an edition, in the
 * publication's language. Input: a BCP 47 tag. Output: its words, English where we have none.
 */

/** What the pipeline can say. Quotation marks come with their inner spaces. */
export interface Words {
  readonly skipToContent: string;
  readonly contents: string;
  readonly keyFigure: string;
  readonly downloads: string;
  readonly backToContents: string;
  readonly pages: (count: number) => string;
  readonly size: (bytes: number) => string;
  readonly openQuote: string;
  readonly closeQuote: string;
  /** Name of a language, e.g. `fr` → “français”. */
  readonly languageName: (tag: string) => string;
}

const languageName =
  (own: string) =>
  (tag: string): string =>
    new Intl.DisplayNames([own], { type: "language" }).of(tag) ?? tag;

/** 1 kB is 1000 bytes (IEC 80000-13); one decimal from a megabyte on. */
function formatSize(bytes: number, locale: string, kilo: string, mega: string): string {
  const [value, unit, digits] =
    bytes < 1_000_000 ? [bytes / 1_000, kilo, 0] : [bytes / 1_000_000, mega, 1];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  return `${number.format(value)} ${unit}`;
}

const french: Words = {
  skipToContent: "Aller au contenu",
  contents: "Sommaire",
  keyFigure: "Chiffre clé",
  downloads: "Télécharger",
  backToContents: "Retour au sommaire",
  pages: (count) => (count < 2 ? `${count} page` : `${count} pages`),
  size: (bytes) => formatSize(bytes, "fr", "ko", "Mo"),
  openQuote: "« ",
  closeQuote: " »",
  languageName: languageName("fr"),
};

const english: Words = {
  skipToContent: "Skip to content",
  contents: "Contents",
  keyFigure: "Key figure",
  downloads: "Download",
  backToContents: "Back to contents",
  pages: (count) => (count === 1 ? `${count} page` : `${count} pages`),
  size: (bytes) => formatSize(bytes, "en", "kB", "MB"),
  openQuote: "“",
  closeQuote: "”",
  languageName: languageName("en"),
};

const byLanguage = new Map<string, Words>([
  ["fr", french],
  ["en", english],
]);

/** The interface words for `lang`, by its primary subtag (`fr-CA` → French). */
export function wordsFor(lang: string): Words {
  return byLanguage.get(new Intl.Locale(lang).language) ?? english;
}
