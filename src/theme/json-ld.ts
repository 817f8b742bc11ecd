/** What is said of things to machines, in the vocabulary of schema.org. @see https://schema.org/ */
export interface JsonLd {
  readonly [name: string]: JsonLd | readonly JsonLd[] | readonly string[] | string;
}
