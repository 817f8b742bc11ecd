/**
 * From the unsplit source to the logical tree: which structure element each HTML element is, what
 * it is called, and which printed texts it holds. Pure. Where the source breaks a rule of PDF/UA it
 * says so as a value, and goes on.
 */
import { tagWords } from "../../document/tag-words.ts";
import type { Notice } from "../amend/amendments.ts";
import { headingNotices, idleLinkNotices, titleNotice } from "../amend/notices.ts";
import type { PrintedPages } from "../printed/printed-pages.ts";
import { idleLinks } from "../source/idle-links.ts";
import { describeSource } from "../source/source-description.ts";
import { withKnownLanguages } from "../source/known-languages.ts";
import type { SourceFault, SourceRule } from "../source/source-fault.ts";
import { isContents, isControl, isGraphic, isGroup } from "../source/source-kinds.ts";
import {
  collapse,
  describeElement,
  elementsById,
  elementsByRef,
  givenName,
  type ElementsById,
} from "../source/source-names.ts";
import type {
  GeneratedSlot,
  SourceElement,
  SourceNode,
  SourceTree,
} from "../source/source-tree.ts";
import { roleOf } from "./element-types.ts";
import { GeneratedTexts } from "./generated-texts.ts";
import { findSkippedLevels, withClosedLevels } from "./heading-order.ts";
import { buildControl } from "./logical-controls.ts";
import { buildFormula } from "./logical-formulas.ts";
import { buildGraphic } from "./logical-graphics.ts";
import { buildLink } from "./logical-links.ts";
import { buildDescriptionList, buildList } from "./logical-lists.ts";
import { buildNote } from "./logical-notes.ts";
import { buildRuby } from "./logical-ruby.ts";
import { buildTable, isSoundTable } from "./logical-tables.ts";
import type {
  ContentLeaf,
  LogicalElement,
  LogicalNode,
  LogicalTree,
  OwnProperties,
  StructureType,
} from "./logical-tree.ts";
import { buildPlain } from "./plain-elements.ts";
import { isTable } from "./table-parts.ts";
import { firstHeading, tidy } from "./tidy-tree.ts";
import type { Surroundings, TreeBuilder } from "./tree-builder.ts";

export interface BuiltTree {
  readonly tree: LogicalTree;
  readonly faults: readonly SourceFault[];
  readonly notices: readonly Notice[];
}

export interface BuildOptions {
  /** Whether skipped levels of headings are closed; they are faults otherwise. */
  readonly closesLevels?: boolean;
}

export function buildLogicalTree(
  source: SourceTree,
  printed: PrintedPages,
  { closesLevels = false }: BuildOptions = {},
): BuiltTree {
  const known = withKnownLanguages(source);
  const { tree, faults, notices } = new LogicalTreeBuilder(known.source, printed).build();
  const elements = elementsByRef(source.body);
  const describe = (ref: string): string => describeElement(elements.get(ref) ?? source.body);
  if (!closesLevels) {
    const skipped = findSkippedLevels(tree.root, describe);
    return { tree, faults: [...faults, ...skipped, ...known.faults], notices };
  }
  const { root, changed } = withClosedLevels(tree.root);
  return {
    tree: { ...tree, root },
    faults: [...faults, ...known.faults],
    notices: [...notices, ...headingNotices(changed, describe)],
  };
}

class LogicalTreeBuilder implements TreeBuilder {
  readonly body: SourceElement;
  readonly ids: ElementsById;
  readonly #source: SourceTree;
  readonly #printed: PrintedPages;
  readonly #generated: GeneratedTexts;
  /** Links that lead nowhere, which are plain text. */
  readonly #idleLinks: ReadonlySet<SourceElement>;
  readonly #faults: SourceFault[] = [];

  constructor(source: SourceTree, printed: PrintedPages) {
    this.#source = source;
    this.#printed = printed;
    this.#generated = new GeneratedTexts(printed);
    this.body = source.body;
    this.ids = elementsById(source.body);
    this.#idleLinks = new Set(idleLinks(source.body));
  }

  build(): BuiltTree {
    const { title, language, body } = this.#source;
    const { lang = "" } = body.attributes;
    const own = lang === "" ? language : lang;
    const root = this.element(
      "Document",
      body,
      this.content(body, { language: own, inContents: false }),
      own === language ? {} : { language: own },
    );
    const heading = firstHeading(root);
    const documentTitle = (collapse(title) || heading) ?? "";
    if (documentTitle === "") {
      this.fault("document-title", "document has no title", body, {
        hint: "give it a <title>, or a heading to take the title from",
        wcag: ["2.4.2"],
      });
    }
    return {
      tree: {
        title: documentTitle,
        language,
        description: describeSource(this.#source),
        root: tidy(root),
      },
      faults: this.#faults,
      notices: [
        ...(collapse(title) === "" && documentTitle !== "" ? [titleNotice(documentTitle)] : []),
        ...idleLinkNotices([...this.#idleLinks].map(describeElement)),
      ],
    };
  }

  isNamed(source: SourceElement): boolean {
    return this.ids.get(source.attributes.id ?? "") === source;
  }

  fault(
    rule: SourceRule,
    message: string,
    at: SourceElement,
    { hint, wcag }: { readonly hint: string; readonly wcag: readonly string[] },
  ): void {
    const where = describeElement(at);
    this.#faults.push({ rule, message, where, hint, wcag, ref: at.ref });
  }

  element(
    type: StructureType,
    source: SourceElement,
    children: readonly LogicalNode[],
    more: Partial<LogicalElement> = {},
  ): LogicalElement {
    return { kind: "element", type, ref: source.ref, ...more, children };
  }

  generated(source: SourceElement, slot: GeneratedSlot | "call"): ContentLeaf[] {
    return this.#generated.leaf(source, slot);
  }

  looseText(source: SourceElement, place: number): ContentLeaf[] {
    const child = source.children[place];
    if (child?.kind !== "text" || source.invisible || child.text.trim() === "") return [];
    const before = source.children.slice(0, place).findLast((other) => this.#isSlot(other));
    const slot = before?.kind === "element" ? before.ref : "0";
    return [{ kind: "content", keys: [`${source.ref}:t${slot}`], text: child.text }];
  }

  /** Whether texts behind it are named by it. */
  #isSlot(child: SourceNode): boolean {
    if (child.kind === "text") return false;
    return this.#printed.inFlow.has(child.ref) || this.#printed.notes.has(child.ref);
  }

  content(source: SourceElement, around: Surroundings): LogicalNode[] {
    const nodes: LogicalNode[] = [...this.generated(source, "before")];
    let slot = "0";
    const isClosed = source.name === "details" && source.attributes.open === undefined;
    for (const child of source.children) {
      if (isClosed && !(child.kind === "element" && child.name === "summary")) continue;
      if (child.kind === "text") {
        const key = `${source.ref}:t${slot}`;
        if (!source.invisible) nodes.push({ kind: "content", keys: [key], text: child.text });
        continue;
      }
      if (this.#isSlot(child)) slot = child.ref;
      nodes.push(...this.visit(child, around));
    }
    nodes.push(...this.generated(source, "after"));
    return nodes;
  }

  visit(source: SourceElement, around: Surroundings): LogicalNode[] {
    const { name, attributes } = source;
    const role = roleOf(source);
    if (source.display === "none" || attributes["aria-hidden"] === "true") return [];
    if (this.#printed.running.has(source.ref)) return [];
    if (name === "br") return [{ kind: "content", keys: [], text: " " }];
    if (name === "hr" || name === "wbr") return [];
    if (this.#printed.notes.has(source.ref)) return buildNote(this, source, around);
    const language = attributes.lang ?? around.language;
    const isPageList = attributes["data-page-list"] !== undefined;
    const inner = {
      ...{ ...around, language },
      ...(isPageList && { inPageList: true }),
      ...(role === "doc-endnotes" && { inEndnotes: true }),
    };
    const title = isGroup(source, role) ? givenName(source, this.ids) : undefined;
    const own: OwnProperties = {
      ...(language !== around.language && { language }),
      ...(title !== undefined && { title }),
    };
    if (/^(?:iframe|frame|object|embed)$/.test(name)) return this.#refused(source);
    if (isGraphic(source, role)) return buildGraphic(this, source, own);
    if (name === "math" || role === "math") return [buildFormula(this, source, inner, own)];
    if (isControl(name)) return [buildControl(this, source, own)];
    if (name === "ruby") return [buildRuby(this, source, inner, own)];
    if (name === "a" && attributes.href !== undefined && !this.#idleLinks.has(source)) {
      return buildLink(this, source, role, inner, own);
    }
    if ((name === "abbr" || name === "acronym") && attributes.title) {
      const more = { ...own, expansion: collapse(attributes.title) };
      return [this.element("Span", source, this.content(source, inner), more)];
    }
    if (isTable(source) && isSoundTable(this, source)) {
      return [
        this.element("Table", source, buildTable(this, source, inner), {
          ...own,
          ...(attributes["aria-label"] && { summary: collapse(attributes["aria-label"]) }),
        }),
      ];
    }
    const isList = /^(?:ul|ol|menu|dir)$/.test(name) && role !== "presentation" && role !== "none";
    if (isList || role === "list") return [buildList(this, source, inner, own)];
    if (name === "dl") return [buildDescriptionList(this, source, inner, own)];
    if (role === "doc-index") {
      return [
        this.element("Index", source, this.content(source, { ...inner, inIndex: true }), own),
      ];
    }
    if (isContents(source, role)) {
      return [
        this.element("Sect", source, this.content(source, { ...inner, inContents: true }), own),
      ];
    }
    return buildPlain(this, source, inner, own);
  }

  /** A document within the document has a tree of its own, of which nothing is known here. */
  #refused(source: SourceElement): LogicalNode[] {
    this.fault("embedded-document", `${tagWords(source.name)} cannot be tagged`, source, {
      hint: `${source.name === "iframe" ? "put the frame's document in the folder of this one, and show it without a sandbox; or " : ""}put its content in the document itself, or a picture with an alternative text`,
      wcag: ["1.1.1"],
    });
    return [];
  }
}
