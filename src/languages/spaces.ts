/** Spaces at which no line ends. */
export const NO_BREAK_SPACE = "\u00A0";
export const NARROW_NO_BREAK_SPACE = "\u202F";
