/** Runs in worlds of the page: the sizes of sheets that have a name. CSS Paged Media 3, 7.1. */

/** By name in lower case; upright. */
export const pageSizesMm: Readonly<Record<string, readonly [widthMm: number, heightMm: number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  a6: [105, 148],
  b4: [250, 353],
  b5: [176, 250],
  "jis-b4": [257, 364],
  "jis-b5": [182, 257],
  letter: [215.9, 279.4],
  legal: [215.9, 355.6],
  ledger: [279.4, 431.8],
};
