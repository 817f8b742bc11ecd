/**
 * Finds tags of HTML that are not closed, close nothing, or stand where they cannot. Input: tokens, of the
 * blocks of a text or of one line; output: the same, with faults for such tags. A tag is closed in what it
 * was opened in: the parser of a browser would move what stands between others.
 */
import type { StateCore, Token } from "markdown-it";
import { tagWords } from "../../document/tag-words.ts";
import { faultToken, type Wording } from "../fault-token.ts";
import { childrenAllowed, isOfWords, parentsAllowed } from "./allowed-html.ts";
import { isOfHtml } from "./push-tag.ts";
import { notClosed, notOpened, tooDeep, wrongPlace } from "./tag-faults.ts";

/** Elements within each other, Markdown's among them: as deep as Markdown itself may be. */
const MOST_OPEN = 100;

export function pairTags(state: StateCore, tokens: readonly Token[]): Token[] {
  if (!tokens.some(isOfHtml)) return [...tokens];
  const { wrong, said } = new TagPairs().read(tokens);
  return tokens.map((token) => {
    const wording = wrong.get(token);
    if (wording === undefined && !said.has(token)) return token;
    if (wording !== undefined) return faultOf(state, token, wording);
    const text = new state.Token("text", "", 0);
    text.content = token.content;
    return text;
  });
}

function faultOf(state: StateCore, token: Token, wording: Wording): Token {
  const fault = faultToken(state, wording, token.content);
  fault.map = token.map;
  return fault;
}

class TagPairs {
  readonly wrong = new Map<Token, Wording>();
  /** Tags that close what is wrong already: they are no fault of their own. */
  readonly said = new Set<Token>();
  readonly #open: Token[] = [];
  readonly #unclosed = new Set<string>();

  read(tokens: readonly Token[]): this {
    for (const token of tokens) {
      if (token.nesting === -1) this.#close(token);
      else {
        this.#judgePlace(token);
        if (token.nesting === 1) this.#openElement(token);
      }
    }
    this.#leaveOpen(this.#open);
    return this;
  }

  #openElement(token: Token): void {
    if (isOfHtml(token) && this.#open.length >= MOST_OPEN) {
      this.#unclosed.add(token.tag);
      this.wrong.set(token, tooDeep(token.tag, MOST_OPEN));
    } else this.#open.push(token);
  }

  #close(token: Token): void {
    const at = this.#open.findLastIndex(
      (each) => isOfHtml(each) === isOfHtml(token) && each.tag === token.tag,
    );
    const opened = this.#open[at];
    const isCrossing = isOfHtml(token) && this.#open.slice(at + 1).some((each) => !isOfHtml(each));
    if (opened === undefined || isCrossing) {
      if (!isOfHtml(token)) return;
      if (this.#unclosed.has(token.tag)) this.said.add(token);
      else this.wrong.set(token, notOpened(token.tag));
      return;
    }
    if (this.wrong.has(opened)) this.said.add(token);
    this.#leaveOpen(this.#open.splice(at).slice(1));
  }

  #leaveOpen(tokens: readonly Token[]): void {
    for (const token of tokens.filter(isOfHtml)) {
      this.#unclosed.add(token.tag);
      if (!this.wrong.has(token)) this.wrong.set(token, notClosed(token.tag));
    }
  }

  #judgePlace(token: Token): void {
    const around = this.#open.at(-1);
    const parent = around !== undefined && isOfHtml(around) ? around.tag : undefined;
    const wording = placeFault(token, parent);
    if (wording !== undefined) this.wrong.set(token, wording);
  }
}

/** @param parent the element of HTML around it, if that is what is around it. */
function placeFault(token: Token, parent: string | undefined): Wording | undefined {
  const parents = isOfHtml(token) ? parentsAllowed(token.tag) : undefined;
  if (parents !== undefined && (parent === undefined || !parents.includes(parent))) {
    return wrongPlace(token.tag, `it in ${named(parents)}`);
  }
  if (parent === undefined) return undefined;
  const children = childrenAllowed(parent);
  if (children !== undefined && !(isOfHtml(token) && children.includes(token.tag))) {
    return wrongPlace(nameOf(token), `${named(children)} alone in ${tagWords(parent)}`);
  }
  if (isOfWords(parent) && token.block && token.type !== "inline") {
    return wrongPlace(
      nameOf(token),
      `words alone in ${tagWords(parent)}, without an empty line in it`,
    );
  }
  return undefined;
}

function named(names: readonly string[]): string {
  return names.map((name) => tagWords(name)).join(" or ");
}

function nameOf({ tag, type }: Token): string {
  return tag === "" && type === "inline" ? "text" : tag;
}
