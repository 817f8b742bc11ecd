/** Words of notes. Input: a BCP 47 tag; output: the words of its language, English where we have none. */
import { wordsIn } from "../../theme/words-by-language.ts";

export interface NoteWords {
  /** The language that these words are in. */
  readonly lang: string;
  /** Heading of the notes of a text. */
  readonly notes: string;
  /** What a call is called. */
  readonly note: (number: number) => string;
  /** What the link is called that leads from a note to its call. */
  readonly back: (number: number) => string;
}

const en: NoteWords = {
  lang: "en",
  notes: "Notes",
  note: (number) => `Note ${number}`,
  back: (number) => `Back to the text, from note ${number}`,
};

const fr: NoteWords = {
  lang: "fr",
  notes: "Notes",
  note: (number) => `Note ${number}`,
  back: (number) => `Retour au texte, depuis la note ${number}`,
};

export function noteWords(lang: string): NoteWords {
  return wordsIn({ en, fr }, lang);
}
