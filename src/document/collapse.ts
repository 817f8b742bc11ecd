/** Text as it reads on one line: white space collapsed, soft hyphens left out. */
export function collapse(text: string): string {
  return text
    .replaceAll("\u00AD", "")
    .replace(/[ \t\n\f\r]+/g, " ")
    .trim();
}
