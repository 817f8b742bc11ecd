/**
 * What stands in the files that a publication is started with, until its authors write their own words.
 * Input: the publication's language; output: words in it, or in English, which then say so.
 */
import { tagFor } from "../languages/find-by-language.ts";

/** Plain text, of which nothing means anything to Markdown. */
export interface StarterWords {
  /** The title of a publication whose author gives none. */
  readonly title: string;
  /** The sentence that opens the publication. */
  readonly lead: string;
  readonly publisher: string;
  /** Title of the first chapter. */
  readonly chapter: string;
  /** A paragraph that asks to be replaced. */
  readonly text: string;
}

const WORDS = {
  en: {
    title: "A new publication",
    lead: "Say here in a sentence or two what this publication is about.",
    publisher: "The publisher",
    chapter: "First chapter",
    text: "Write your text here.",
  },
  fr: {
    title: "Une nouvelle publication",
    lead: "Dites ici en une ou deux phrases de quoi parle cette publication.",
    publisher: "L'éditeur",
    chapter: "Premier chapitre",
    text: "Écrivez votre texte ici.",
  },
  de: {
    title: "Eine neue Publikation",
    lead: "Sagen Sie hier in ein oder zwei Sätzen, wovon diese Publikation handelt.",
    publisher: "Der Verlag",
    chapter: "Erstes Kapitel",
    text: "Schreiben Sie hier Ihren Text.",
  },
  es: {
    title: "Una nueva publicación",
    lead: "Diga aquí en una o dos frases de qué trata esta publicación.",
    publisher: "La editorial",
    chapter: "Primer capítulo",
    text: "Escriba su texto aquí.",
  },
  it: {
    title: "Una nuova pubblicazione",
    lead: "Dica qui in una o due frasi di che cosa parla questa pubblicazione.",
    publisher: "L'editore",
    chapter: "Primo capitolo",
    text: "Scriva qui il suo testo.",
  },
  nl: {
    title: "Een nieuwe publicatie",
    lead: "Zeg hier in een of twee zinnen waar deze publicatie over gaat.",
    publisher: "De uitgever",
    chapter: "Eerste hoofdstuk",
    text: "Schrijf hier uw tekst.",
  },
  pt: {
    title: "Uma nova publicação",
    lead: "Diga aqui em uma ou duas frases do que trata esta publicação.",
    publisher: "A editora",
    chapter: "Primeiro capítulo",
    text: "Escreva aqui o seu texto.",
  },
  pl: {
    title: "Nowa publikacja",
    lead: "Tu w jednym lub dwóch zdaniach należy napisać, o czym jest ta publikacja.",
    publisher: "Wydawca",
    chapter: "Pierwszy rozdział",
    text: "Tu należy wpisać tekst.",
  },
  ar: {
    title: "منشور جديد",
    lead: "اكتب هنا في جملة أو جملتين موضوع هذا المنشور.",
    publisher: "الناشر",
    chapter: "الفصل الأول",
    text: "اكتب نصك هنا.",
  },
  ja: {
    title: "新しい出版物",
    lead: "この出版物の内容を一、二文でここに書いてください。",
    publisher: "発行者",
    chapter: "第一章",
    text: "ここに本文を書いてください。",
  },
} as const satisfies Readonly<Record<string, StarterWords>>;

export interface FoundWords extends StarterWords {
  /** The language of the words, where it is another than was asked for. */
  readonly otherLang: string | undefined;
}

export function starterWords(lang: string): FoundWords {
  const tag = tagFor(Object.keys(WORDS), lang);
  const isKnown = (name: string | undefined): name is keyof typeof WORDS =>
    name !== undefined && Object.hasOwn(WORDS, name);
  return isKnown(tag) ? { ...WORDS[tag], otherLang: undefined } : { ...WORDS.en, otherLang: "en" };
}
