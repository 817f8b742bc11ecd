/**
 * Writes a structure tree as an outline that people read and tests compare: a line for each
 * element, two spaces a level, attributes, then its text in quotes. Input: a tree; output: text
 * with a line end at its end. The same tree always gives the same text.
 *
 *     Document lang=fr
 *       H1 "Title"
 *       P "A paragraph that runs" + " over two pages" [page 2]
 *       Link
 *         "read more"
 *         -> https://example.org/
 */
import type { PdfAnnotation } from "../../src/pdf/document/annotations.ts";
import type {
  AttributeValue,
  StructureElement,
  StructureKid,
  StructureTree,
} from "../../src/pdf/structure/structure-tree.ts";

export function formatStructureTree(tree: StructureTree): string {
  if (!tree.present) return "(no structure tree)\n";
  if (tree.kids.length === 0) return "(an empty structure tree)\n";
  const writer = new OutlineWriter();
  writer.write(tree.kids, 0);
  const problems = tree.problems.map(
    ({ code, message, where }) => `! ${code}: ${message} (${where})`,
  );
  return [...writer.lines, ...problems].join("\n") + "\n";
}

class OutlineWriter {
  readonly lines: string[] = [];
  /** The page of the content that was written last: only changes are told. */
  #page = 1;

  write(kids: readonly StructureKid[], level: number): void {
    for (const kid of kids) {
      if (kid.kind === "element") this.#element(kid, level);
      else if (kid.kind === "annotation") this.#line(level, formatAnnotation(kid.annotation));
      else if (kid.text !== "") this.#line(level, this.#quoted(kid));
    }
  }

  #element(element: StructureElement, level: number): void {
    const head = [formatRole(element), ...formatFacts(element)].join(" ");
    const kids = joinContents(element.kids);
    const contents = kids.filter((kid) => kid.kind === "content");
    if (contents.length < kids.length) {
      this.#line(level, head);
      this.write(kids, level + 1);
      return;
    }
    const texts = contents.filter(({ text }) => text !== "").map((kid) => this.#quoted(kid));
    this.#line(level, texts.length === 0 ? head : `${head} ${texts.join(" + ")}`);
  }

  #quoted({ page, text }: { readonly page: number; readonly text: string }): string {
    const mark = page === this.#page ? "" : ` [page ${page}]`;
    this.#page = page;
    return quote(text) + mark;
  }

  #line(level: number, text: string): void {
    this.lines.push("  ".repeat(level) + text);
  }
}

/** One text for contents that follow each other on a page: how many marks it took is no matter. */
function joinContents(kids: readonly StructureKid[]): readonly StructureKid[] {
  const joined: StructureKid[] = [];
  for (const kid of kids) {
    const last = joined.at(-1);
    if (kid.kind === "content" && last?.kind === "content" && kid.page === last.page) {
      joined[joined.length - 1] = { ...last, text: last.text + kid.text };
    } else {
      joined.push(kid);
    }
  }
  return joined;
}

function formatRole({ role, mappedRole }: StructureElement): string {
  return role === mappedRole ? role : `${role} (${mappedRole})`;
}

function formatFacts(element: StructureElement): readonly string[] {
  const { attributes } = element;
  const plain: readonly (readonly [string, AttributeValue | undefined])[] = [
    ["id", element.id],
    ["lang", element.lang],
    ["scope", attributes.scope],
    ["headers", attributes.headers],
    // A span of one is the default, which some writers spell out.
    ["rowspan", attributes.rowSpan === 1 ? undefined : attributes.rowSpan],
    ["colspan", attributes.colSpan === 1 ? undefined : attributes.colSpan],
    ["numbering", attributes.listNumbering],
    ["placement", attributes.placement],
    ["bbox", attributes.bboxPt],
    ...Object.entries(attributes.other).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  const quoted: readonly (readonly [string, string | undefined])[] = [
    ["title", element.title],
    ["alt", element.alt],
    ["actual", element.actualText],
    ["expansion", element.expansion],
    ["summary", attributes.summary],
  ];
  return [
    ...plain.flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${formatValue(value)}`],
    ),
    ...quoted.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${quote(value)}`])),
  ];
}

function formatValue(value: AttributeValue): string {
  if (typeof value === "number") return String(Math.round(value * 100) / 100);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return /^[\w.:/-]+$/.test(value) ? value : quote(value);
  return `[${value.map(formatValue).join(" ")}]`;
}

function formatAnnotation(annotation: PdfAnnotation): string {
  const { subtype, uri, destinationPage, contents, field } = annotation;
  const parts = [
    subtype === "Link" ? "->" : `(${subtype})`,
    ...(uri === undefined ? [] : [formatValue(uri)]),
    ...(destinationPage === undefined ? [] : [`page ${destinationPage}`]),
    ...(field?.type === undefined ? [] : [`field=${formatValue(field.type)}`]),
    ...(field?.label === undefined ? [] : [`label=${quote(field.label)}`]),
    ...(contents === undefined ? [] : [`contents=${quote(contents)}`]),
  ];
  return parts.length === 1 && subtype === "Link" ? "-> nowhere" : parts.join(" ");
}

/** In double quotes, with spaces that look alike, and marks that cannot be seen, spelled out. */
function quote(text: string): string {
  const shown = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (char) => {
      const code = char.codePointAt(0) ?? 0;
      return `\\u{${code.toString(16)}}`;
    });
  return `"${shown}"`;
}
