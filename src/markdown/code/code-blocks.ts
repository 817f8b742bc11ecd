/**
 * What blocks of code say of themselves: a language as CommonMark has it (```js) or as Pandoc has it
 * (``` {.js}), and as Quarto has it the name of a file (``` {.js filename="a.js"}). Input: Markdown;
 * output: blocks with the language as their info, and an id and the file's name as attributes. Code is
 * shown and never run: what asks for that is a fault, as is what says nothing here, and a slip in a name.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { readAttributes, type Attributes } from "../attributes.ts";
import { meantLanguage } from "./code-languages.ts";
import { faultToken, type Wording } from "../fault-token.ts";

/** On the element: the name of the file that the code is in. */
export const FILE_NAME = "data-filename";

/** GitHub and Quarto draw what is in them. */
const DRAWN: ReadonlySet<string> = new Set(["geojson", "mermaid", "stl", "topojson"]);

const INFO = /^(?<word>[^\s{}]+)?\s*(?:\{(?<inner>.*)\})?$/u;

export function codeBlocks(markdown: MarkdownIt): void {
  markdown.core.ruler.after("block", "code_blocks", (state) => {
    state.tokens = state.tokens.flatMap((token): readonly Token[] => {
      if (token.type !== "fence" || token.info.trim() === "") return [token];
      const wording = settle(token);
      if (wording === undefined) return [token];
      const wrong = faultToken(state, wording, "");
      wrong.map = token.map;
      return [wrong, token];
    });
  });
}

/** Puts what is said of the code into the token, and says what of it is wrong. */
function settle(token: Token): Wording | undefined {
  const info = token.info.trim();
  const { word, inner } = INFO.exec(info)?.groups ?? {};
  token.info = "";
  if (word === undefined && inner === undefined) return saysNothing(info);
  const said = readAttributes(inner ?? "");
  const classes = word === undefined ? said.classes : [word, ...said.classes];
  const [language] = classes;
  const [id] = said.ids;
  const names = said.fields.filter(([name]) => name === "filename").map(([, value]) => value);
  const [file] = names;
  if (id !== undefined) token.attrSet("id", id);
  if (file !== undefined) token.attrSet(FILE_NAME, file);
  token.info = language ?? "";
  if (word === undefined && said.classes.length === 0 && said.unread.length > 0) {
    return /^\{[\p{L}_]/u.test(info) ? isRun(info) : saysNothing(info);
  }
  const [unknown] = [...unknownOf(said, classes.slice(1)), ...names.slice(1)];
  if (unknown !== undefined) return saysNothing(unknown);
  if (DRAWN.has(language ?? "")) return isDrawn(language ?? "");
  const meant = language === undefined ? undefined : meantLanguage(language);
  return meant === undefined ? undefined : slip(language ?? "", meant);
}

function unknownOf(
  { ids, fields, unread }: Attributes,
  otherClasses: readonly string[],
): readonly string[] {
  return [
    ...otherClasses.map((name) => `.${name}`),
    ...ids.slice(1).map((id) => `#${id}`),
    ...fields.filter(([name]) => name !== "filename").map(([name]) => name),
    ...unread,
  ];
}

const EXAMPLES = '```js, or ``` {.js filename="a.js"} with the name of a file';

function saysNothing(what: string): Wording {
  return {
    message: `${JSON.stringify(what)} says nothing of a block of code`,
    expected: `a language, such as ${EXAMPLES}`,
    hint: "remove it",
  };
}

function isRun(what: string): Wording {
  return {
    message: `${JSON.stringify(what)} asks that code is run, and code is not run here`,
    expected: `a language without braces or with a full stop before it, such as ${EXAMPLES}`,
    hint: "write the language so, and what comes of the code as text, a table or a picture",
  };
}

function isDrawn(language: string): Wording {
  return {
    message: `${language} asks that a picture is drawn, and code is shown here`,
    expected: "a picture, or code in another language",
    hint: "save the drawing as SVG and write `![what it shows](drawing.svg)`, or name the language text",
  };
}

function slip(language: string, meant: string): Wording {
  return {
    message: `${JSON.stringify(language)} is not the name of a language that is known here`,
    expected: `${JSON.stringify(meant)}, which is nearly the same`,
    hint: `write ${meant}, or text for code without colours`,
  };
}
