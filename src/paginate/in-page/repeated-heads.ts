/** Runs in worlds of the page. How copies of a table's head, on the pages that it goes over to, are known. */

/** No element of a source has it. Those who read pages know such copies by it. */
export const REPEATED_HEAD = "data-repeated-head";
