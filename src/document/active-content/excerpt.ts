/**
 * Untrusted values as messages show them: on one line, without characters that steer a terminal, and
 * cut where they are long. Input: a value; output: the value between quotation marks.
 */
const MOST_LETTERS = 60;

export function quoteExcerpt(value: string): string {
  const plain = value
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (letter) =>
      letter === "\t" || letter === "\n" || letter === "\r" ? " " : "\uFFFD",
    )
    .replaceAll(/\p{Bidi_Control}/gu, "\uFFFD");
  const letters = Array.from(plain);
  const isLong = letters.length > MOST_LETTERS;
  return `"${isLong ? `${letters.slice(0, MOST_LETTERS).join("")}…` : plain}"`;
}
