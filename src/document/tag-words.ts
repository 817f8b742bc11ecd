/**
 * Names of elements as messages show them: `<a href="…">`. Words for people, which nothing parses.
 */

/** @param attributes as they are to be shown; none where it is empty. */
export function tagWords(name: string, attributes = ""): string {
  return attributes === "" ? `<${name}>` : `<${name} ${attributes}>`;
}
