/**
 * The one place where text goes into a page as it is. What stands in `<style>` and `<script>` is raw
 * text, in which nothing is decoded (HTML Standard 13.1.2): escaped as other text is, it would say
 * something else. Input: the text; output: the element. Text that could end the element is refused.
 */
import { h, type JSX } from "preact";

/** What ends raw text, or has a parser of scripts look for another end. */
const ENDS_RAW_TEXT = /<(?:\/|!--|script)/iu;

/**
 * @param type of a data block; a `<style>` has none.
 * @throws RangeError where the text holds the start of an end tag, of a comment or of a script.
 */
export function RawText({
  element,
  type,
  text,
}: {
  readonly element: "style" | "script";
  readonly type?: string;
  readonly text: string;
}): JSX.Element {
  if (ENDS_RAW_TEXT.test(text)) throw new RangeError(`text ends the ${element} that it stands in`);
  return h(element, { type, dangerouslySetInnerHTML: { __html: text } });
}
