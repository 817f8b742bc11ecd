/**
 * What in a file does something of its own when it is opened, or leads readers elsewhere without
 * their will: what the search for it finds. Types only.
 */

export type ActiveRule =
  /** A `<script>` that a browser runs, or a file that it loads as one. */
  | "script"
  /** `onclick` and the like. */
  | "event-attribute"
  /** `javascript:` and `vbscript:` in the place of an address. */
  | "script-address"
  /** `data:` with a document in it, where a document can be shown. */
  | "document-address"
  /** An animation that changes where a link leads. */
  | "animated-address"
  | "foreign-frame"
  | "foreign-form"
  | "foreign-base"
  | "foreign-refresh"
  /** A picture, a style sheet or anything else that is fetched from elsewhere. */
  | "foreign-request"
  /** An instruction by which a style sheet rewrites a file of XML. */
  | "xml-stylesheet"
  /** A document type whose declarations can hide anything. */
  | "xml-declarations"
  /** A style that older browsers ran a program from. */
  | "style-program"
  /** What cannot be read, and so cannot be called harmless. */
  | "unreadable";

export interface ActiveContent {
  readonly rule: ActiveRule;
  /** From 1. */
  readonly line: number;
  /** One sentence: the element and the attribute, and what they do. */
  readonly message: string;
}

/** Where a document is, and what counts as elsewhere. */
export interface DocumentPlace {
  /** The document's own address. */
  readonly address: URL;
  /** Whether an address is in the edition that the document is part of. */
  readonly isInside: (address: URL) => boolean;
}
