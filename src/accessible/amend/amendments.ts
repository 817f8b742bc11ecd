/**
 * What a person asks to be set right in a document that lacks something, and what is said of it
 * afterwards. Types alone, no code. What the person says goes before what the document says.
 */

/** An alternative for each picture of one name; see `picture-keys.ts`. */
export interface GivenAlternative {
  /** The picture as the list names it, e.g. `images/boat.jpg` or `svg#logo`. */
  readonly picture: string;
  /** What it tells the reader; empty for decoration. */
  readonly alt: string;
  /** Nobody needs to meet it. */
  readonly decorative: boolean;
}

export interface Amendments {
  /** The PDF's title. */
  readonly title?: string;
  /** The document's language, a BCP 47 tag. */
  readonly language?: string;
  /** Whether skipped levels of headings are closed, in the tags alone. */
  readonly closesLevels?: boolean;
  /** Undefined where nobody asks for a list of pictures. */
  readonly alternatives?: readonly GivenAlternative[];
  /** CSS selectors of pictures that are decoration. */
  readonly decorative?: readonly string[];
}

/** Something that was set right or taken for another thing: no fault, and worth knowing. */
export interface Notice {
  readonly about:
    | "title"
    | "language"
    | "headings"
    | "alternatives"
    | "decorative"
    | "scripts"
    | "links"
    | "details"
    | "frames";
  readonly message: string;
  /** Elements that it is about, in the order of the document. */
  readonly places: readonly string[];
}

/** A picture without an alternative, as the list of pictures has it. */
export interface UnnamedPicture {
  readonly picture: string;
  /** For a person to find it by, e.g. `img.photo on page 3, below “The boat”`. */
  readonly where: string;
}
