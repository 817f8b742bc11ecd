/** Signs of units that languages share, as patterns. Whoever writes a number writes one after it. */

/** Lengths, areas, volumes and masses; times; electricity, frequency, temperature. */
export const COMMON_UNITS: readonly string[] = [
  "[kcmµn]?m[²³]?",
  "km\\/h",
  "ha",
  "[cm]?[lL]",
  "[kmµ]?g",
  "h",
  "min",
  "[mµn]?s",
  "[kMGT]?Wh?",
  "[km]?V",
  "mA",
  "[kMGT]?Hz",
  "dB",
  "°[CF]?",
  "[kKMGTP]i?B(?:\\/s)?",
  "[kMGTP]?(?:bps|bit\\/s|bits?)",
  "[€$£¥]",
  "CHF|EUR|USD|GBP",
];
