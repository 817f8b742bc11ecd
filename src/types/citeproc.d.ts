/** The part of citeproc 2.4 (citeproc-js) that we use; the package ships no types. */
declare module "citeproc" {
  export interface CiteprocSystem {
    /** The XML of a locale, false where there is none. */
    retrieveLocale(name: string): string | false;
    retrieveItem(id: string): object;
    /** Puts something round what is printed of one source; numbers may come without their source. */
    wrapCitationEntry?(printed: string, id: string | undefined): string;
  }

  export interface CiteprocItem {
    readonly id: string;
    readonly prefix?: string;
    readonly suffix?: string;
    readonly locator?: string;
    readonly label?: string;
    readonly "suppress-author"?: boolean;
  }

  /** The processor writes into it. */
  export interface CiteprocCitation {
    citationID: string;
    citationItems: CiteprocItem[];
    properties: { noteIndex: number; mode?: "composite" };
  }

  export interface BibliographyFacts {
    readonly entry_ids: readonly (readonly string[])[];
  }

  export class Engine {
    constructor(system: CiteprocSystem, style: string, lang: string, forceLang: boolean);
    readonly opt: {
      readonly development_extensions: {
        wrap_url_and_doi: boolean;
        apply_citation_wrapper: boolean;
      };
    };
    readonly citation: {
      readonly opt: { readonly layout_prefix?: string; readonly layout_suffix?: string };
    };
    readonly registry: {
      readonly registry: Readonly<Record<string, { readonly seq: number } | undefined>>;
    };
    rebuildProcessorState(
      citations: CiteprocCitation[],
      format: "html",
      uncited: string[],
    ): readonly (readonly [id: string, note: number, html: string])[];
    /** False where the style has none. */
    makeBibliography(): readonly [facts: BibliographyFacts, entries: readonly string[]] | false;
  }
}
