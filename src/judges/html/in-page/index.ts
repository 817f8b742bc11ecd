/** What the judges of web pages run in a world of the page, as one bundle. */
export { findGeneratedText } from "./generated-text.ts";
export { readGlyphPixels } from "./glyph-pixels.ts";
export { removeInk, setInk } from "./ink.ts";
export { findListsWithoutMarkup } from "./lists-without-markup.ts";
export { describePlaces } from "./places.ts";
export { readDivisions } from "./read-divisions.ts";
export { placeHtmlCells, readHtmlTables } from "./read-html-tables.ts";
export { measureReflow } from "./reflow.ts";
export { findSkippedHeadings, findTablesWithoutHeaders } from "./structure.ts";
export { readWideTables } from "./wide-tables.ts";
