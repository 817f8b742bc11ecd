/** What a page asked for and did not get: the value that the gate reports. */

/**
 * - `network`: another host or address, by whatever means
 * - `outside-project`: a file that the page may not read: outside its folders, hidden, or a package's
 * - `no-such-file`: the page may read it, but it is not there
 * - `window`: a window of its own
 * - `navigation`: another document in the place of one that is judged
 * - `unfinished`: it has not come in the time that the page had
 * - `too-many`: the page went on asking, and what it asked for from then on is not reported
 */
export type RefusalReason =
  | "network"
  | "outside-project"
  | "no-such-file"
  | "window"
  | "navigation"
  | "unfinished"
  | "too-many";

export interface Refusal {
  /** The address that was asked for, as the browser understood it. */
  readonly url: string;
  /** The browser's word for what it was wanted for: `image`, `stylesheet`, `websocket`, … */
  readonly resourceType: string;
  readonly reason: RefusalReason;
  /** The address of the page or frame that asked. */
  readonly page: string;
}

/** How refusals are said to whom a page belongs. */
export interface RefusalWords {
  readonly explanations: Readonly<Record<RefusalReason, string>>;
  /** An address as that person knows it. */
  readonly addressOf: (url: string, page: string) => string;
}

export const publicationWords: RefusalWords = {
  explanations: {
    network: "pages are rendered without a network",
    "outside-project": "pages may read the files of the publication only",
    "no-such-file": "there is no such file",
    window: "pages may open no window",
    navigation: "a page that is judged stays where it is",
    unfinished: "it did not come in time",
    "too-many": "the page asks for too much, and what it asked for after that is not listed",
  },
  addressOf: (url) => url,
};

/** One sentence for whose page belongs to a publication. */
export function formatRefusal(refusal: Refusal): string {
  return refusalSentence(refusal, publicationWords);
}

export function refusalSentence(
  { resourceType, url, page, reason }: Refusal,
  { explanations, addressOf }: RefusalWords,
): string {
  return `refused ${resourceType} ${addressOf(url, page)}: ${explanations[reason]}`;
}
