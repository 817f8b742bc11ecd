/** Where the compiled program has Paged.js, from its own folder. */
export const PAGED_FILE = "paged.js";
