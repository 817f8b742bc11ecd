/**
 * A block of code as editions show it: its parts in different styles where the language is known, below the name
 * of its file where it has one. Input: the code as text and what is said of it; output: elements. On the
 * web, code that may be too wide for a narrow window stands in a box that scrolls (`scrolling-code.tsx`).
 */
import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import type { ComponentChild, JSX } from "preact";
import { highlightedCode, languageTitle } from "../../../markdown/code/code-languages.ts";

export interface CodeBlock {
  readonly code: string;
  /** As the author named it. */
  readonly language: string | undefined;
  readonly file: string | undefined;
  readonly id: string | undefined;
  /** Marks of where it was written. */
  readonly marks: Readonly<Record<string, string>>;
}

/** Code as an edition shows it, and what a box around it may say of it. */
export interface ShownCode {
  readonly element: JSX.Element;
  /** Characters of the longest line. */
  readonly columns: number;
  /** What the language is called, where it is known. */
  readonly language: string | undefined;
  readonly file: string | undefined;
}

/** Programs that translate let it be. The types of JSX know no other value than a boolean, which is not written. */
const AS_IT_IS: Readonly<Record<string, string>> = { translate: "no" };

/** @param box puts the code, without the name of its file, into what scrolls. */
export function showCode(
  { code, language, file, id, marks }: CodeBlock,
  box: (shown: ShownCode) => JSX.Element = ({ element }) => element,
): JSX.Element {
  const html = language === undefined ? undefined : highlightedCode(code, language);
  const lines = html === undefined ? linesOfText(code) : linesIn(parseFragment(html));
  const widths = code.split("\n").map(widthOf);
  const own = file === undefined ? { id, ...marks } : {};
  const element = (
    <pre {...AS_IT_IS} {...own}>
      <code class={language === undefined ? undefined : `language-${language}`}>
        {lines.map((line, index) => {
          const width = widths[index];
          return width !== undefined && isHanging(width) ? hangingLine(line, width) : line;
        })}
      </code>
    </pre>
  );
  const columns = Math.max(...widths.map(({ columns: each }) => each));
  const title = language === undefined ? undefined : languageTitle(language);
  const shown = box({ element, columns, language: title, file });
  if (file === undefined) return shown;
  return (
    <figure class="code-block" id={id} {...marks}>
      <figcaption>
        <code {...AS_IT_IS}>{file}</code>
      </figcaption>
      {shown}
    </figure>
  );
}

interface Width {
  readonly columns: number;
  /** Columns before the first sign. */
  readonly indent: number;
}

/** As tabs are set: to the next place that four divides. */
function widthOf(line: string): Width {
  let columns = 0;
  let indent: number | undefined;
  for (const sign of line) {
    if (sign.trim() !== "") indent ??= columns;
    columns += sign === "\t" ? 4 - (columns % 4) : 1;
  }
  return { columns, indent: indent ?? columns };
}

/** As many as the narrowest of our pages has room for, in the largest type. */
const COLUMNS_OF_PAGES = 30;

/** What such a line has no room for is set in below its own beginning; others by the style of `pre`. */
function isHanging({ columns, indent }: Width): boolean {
  return indent > 0 && columns > COLUMNS_OF_PAGES;
}

function hangingLine(line: Line, { indent }: Width): JSX.Element {
  return (
    <span class="code-line" style={`--indent: ${indent}`}>
      {line}
    </span>
  );
}

/** Text and spans, up to the sign that ends the line. */
type Line = readonly ComponentChild[];

function linesOfText(text: string): readonly Line[] {
  const lines = text.split("\n");
  return lines.map((line, index) => {
    const whole = index < lines.length - 1 ? `${line}\n` : line;
    return whole === "" ? [] : [whole];
  });
}

/** Spans with their classes, one for each line, and text; the library writes nothing else. */
function linesIn({ childNodes }: DefaultTreeAdapterTypes.ParentNode): readonly Line[] {
  return childNodes.map(linesOfNode).reduce<readonly Line[]>(
    (before, lines) => {
      const [first = [], ...others] = lines;
      return [...before.slice(0, -1), [...(before.at(-1) ?? []), ...first], ...others];
    },
    [[]],
  );
}

function linesOfNode(node: DefaultTreeAdapterTypes.ChildNode): readonly Line[] {
  if ("value" in node) return linesOfText(node.value);
  if (!("attrs" in node)) return [[]];
  const classes = node.attrs.find(({ name }) => name === "class")?.value;
  return linesIn(node).map((line) =>
    line.length === 0 ? [] : [<span class={classes}>{line}</span>],
  );
}
