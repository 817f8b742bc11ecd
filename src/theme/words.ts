/**
 * Interface words: the few words that the pipeline itself writes into an edition, in the
 * publication's language. Input: a BCP 47 tag. Output: its words, English where we have none.
 */
import type { ComponentChildren } from "preact";
import type { ColophonJudges, JudgedTopic } from "../editions/colophon-judges.ts";
import { listOf } from "./list-of.ts";
import { wordsIn } from "./words-by-language.ts";

/** What a colophon tells of. */
export interface ColophonFacts {
  readonly title: string;
  readonly publisher: string;
  /** Names of the edition's font families. */
  readonly families: readonly string[];
  /** The judges that the edition must pass. */
  readonly judges: ColophonJudges;
}

/** What the pipeline can say. Quotation marks come with their inner spaces. */
export interface Words {
  /** The language that these words are in. */
  readonly lang: string;
  readonly skipToContent: string;
  readonly contents: string;
  readonly downloads: string;
  readonly backToContents: string;
  /** Heading and text of the page for addresses that lead nowhere. */
  readonly notFound: string;
  readonly notFoundText: string;
  readonly colophonTitle: string;
  /** How the publication is made and judged: one string a paragraph. */
  readonly colophon: (facts: ColophonFacts) => readonly string[];
  /** The arguments may have elements in them, such as words of another language. */
  readonly previousPart: (title: ComponentChildren) => ComponentChildren;
  readonly nextPart: (title: ComponentChildren) => ComponentChildren;
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

const frenchTopics: Readonly<Record<JudgedTopic, string>> = {
  html: "le code HTML",
  fonts: "les polices",
  colours: "les couleurs",
  links: "les liens",
  narrowWindows: "les fenêtres étroites",
  structure: "la structure",
  reading: "la fidélité de lecture",
  contrast: "les contrastes",
  layout: "la mise en page",
  preflight: "le contrôle avant impression (PDF/X-4)",
};

const englishTopics: Readonly<Record<JudgedTopic, string>> = {
  html: "HTML",
  fonts: "fonts",
  colours: "colours",
  links: "links",
  narrowWindows: "narrow windows",
  structure: "structure",
  reading: "fidelity of reading",
  contrast: "contrast",
  layout: "layout",
  preflight: "preflight (PDF/X-4)",
};

const french: Words = {
  lang: "fr",
  skipToContent: "Aller au contenu",
  contents: "Sommaire",
  downloads: "Télécharger",
  backToContents: "Retour au sommaire",
  notFound: "Page introuvable",
  notFoundText: "L'adresse demandée ne mène nulle part. La publication, elle, est ici :",
  colophonTitle: "Colophon",
  colophon: ({ title, publisher, families, judges: { accessibility, topics } }) => {
    const tools =
      accessibility.length === 0
        ? ""
        : `${listOf(accessibility, "fr")}, pour l'accessibilité (WCAG\u00A02.2, niveau AA), et `;
    const judges = listOf(
      topics.map((topic) => frenchTopics[topic]),
      "fr",
    );
    return [
      `« ${title} » est publié par ${publisher}. Toutes ses éditions viennent d'une seule source et sont faites par Imprimatur, un logiciel libre.${families.length === 0 ? "" : ` Celle-ci est composée en ${listOf(families, "fr")}.`}`,
      `Avant d'être publiée, cette édition doit satisfaire ${tools}des juges pour ${judges}. Un rapport dit ce qu'ils ont trouvé.`,
    ];
  },
  previousPart: (title) => ["Précédent : ", title],
  nextPart: (title) => ["Suivant : ", title],
  pages: (count) => `${count}\u00A0${count < 2 ? "page" : "pages"}`,
  size: (bytes) => formatSize(bytes, "fr", "ko", "Mo"),
  openQuote: "« ",
  closeQuote: " »",
  languageName: languageName("fr"),
};

const english: Words = {
  lang: "en",
  skipToContent: "Skip to content",
  contents: "Contents",
  downloads: "Download",
  backToContents: "Back to contents",
  notFound: "Page not found",
  notFoundText: "This address leads nowhere. The publication itself is here:",
  colophonTitle: "Colophon",
  colophon: ({ title, publisher, families, judges: { accessibility, topics } }) => {
    const tools =
      accessibility.length === 0
        ? ""
        : `${listOf(accessibility, "en")}, for accessibility (WCAG\u00A02.2, level AA), and `;
    const judges = listOf(
      topics.map((topic) => englishTopics[topic]),
      "en",
    );
    return [
      `“${title}” is published by ${publisher}. All its editions come from one source and are made by Imprimatur, which is free software.${families.length === 0 ? "" : ` This one is set in ${listOf(families, "en")}.`}`,
      `Before it is published, this edition must pass ${tools}judges of ${judges}. A report says what they found.`,
    ];
  },
  previousPart: (title) => ["Previous: ", title],
  nextPart: (title) => ["Next: ", title],
  pages: (count) => `${count}\u00A0${count === 1 ? "page" : "pages"}`,
  size: (bytes) => formatSize(bytes, "en", "kB", "MB"),
  openQuote: "“",
  closeQuote: "”",
  languageName: languageName("en"),
};

/** The interface words for `lang`. */
export function wordsFor(lang: string): Words {
  return wordsIn({ en: english, fr: french }, lang);
}
