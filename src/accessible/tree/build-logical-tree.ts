/**
 * From the unsplit source to the logical tree: which structure element each HTML element is, what
 * it is called, and which printed texts it holds. Pure. Where the source breaks a rule of PDF/UA it
 * says so as a value, and goes on.
 */
import { tagWords } from "../../document/tag-words.ts";
import type { Notice } from "../amend/amendments.ts";
import { headingNotices, idleLinkNotices, titleNotice } from "../amend/notices.ts";
import { formulaText } from "../source/formula-text.ts";
import { findSkippedLevels, withClosedLevels } from "./heading-order.ts";
import { alternativeOf } from "../source/drawing-names.ts";
import { ownType, roleOf } from "./element-types.ts";
import { idleLinks } from "../source/idle-links.ts";
import { areaLinks } from "../image-maps/area-links.ts";
import { buildList, buildDescriptionList } from "./logical-lists.ts";
import { buildTable } from "./logical-tables.ts";
import {
  descendants,
  isInline,
  type ContentLeaf,
  type LogicalElement,
  type LogicalNode,
  type LogicalTree,
  type OwnProperties,
  type StructureType,
} from "./logical-tree.ts";
import type { PrintedPages } from "../printed/printed-pages.ts";
import type { SourceFault, SourceRule } from "../source/source-fault.ts";
import {
  collapse,
  describeElement,
  elementsById,
  elementsByRef,
  givenName,
  plainText,
  type ElementsById,
} from "../source/source-names.ts";
import { withKnownLanguages } from "../source/known-languages.ts";
import type {
  GeneratedSlot,
  SourceElement,
  SourceNode,
  SourceTree,
} from "../source/source-tree.ts";
import { isNativeTable, isTable, partsIn, looseIn } from "./table-parts.ts";
import {
  controlTextKeys,
  gaugeText,
  generatedKeys,
  isContents,
  isControl,
  isGauge,
  isGraphic,
  isGroup,
  labelAround,
  labelFor,
  phrasing,
} from "../source/source-kinds.ts";
import {
  firstHeading,
  isBlankLeaf,
  isRunIn,
  isWordless,
  pictureNames,
  tidy,
  withoutInnerCode,
} from "./tidy-tree.ts";

/** What the browser writes on buttons that have no value. */
const defaultLabels: Readonly<Record<string, string>> = { submit: "Submit", reset: "Reset" };

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
  const { tree, faults, notices } = new TreeBuilder(known.source, printed).build();
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

/** Where in the document a node stands, as far as its type depends on it. */
export interface Surroundings {
  readonly language: string;
  /** Within a table of contents: lists are TOC, items TOCI. */
  readonly inContents: boolean;
}

export class TreeBuilder {
  readonly #source: SourceTree;
  readonly #printed: PrintedPages;
  readonly #ids: ElementsById;
  /** Links that lead nowhere, which are plain text. */
  readonly #idleLinks: ReadonlySet<SourceElement>;
  readonly #generated = new Map<string, string>();
  /** Generated texts that are blocks. */
  readonly #generatedBlocks = new Set<string>();
  readonly #faults: SourceFault[] = [];

  constructor(source: SourceTree, printed: PrintedPages) {
    this.#source = source;
    this.#printed = printed;
    this.#ids = elementsById(source.body);
    this.#idleLinks = new Set(idleLinks(source.body));
    for (const { key, isReal, isBlock, boxes } of printed.pages.flatMap((page) => page.texts)) {
      if (key === undefined || isReal) continue;
      if (isBlock) this.#generatedBlocks.add(key);
      const text = boxes.map((box) => box.text).join("");
      this.#generated.set(key, (this.#generated.get(key) ?? "") + text);
    }
  }

  build(): BuiltTree {
    const { title, language, metadata, body } = this.#source;
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
    const { author, description, keywords } = metadata;
    return {
      tree: {
        title: documentTitle,
        language,
        ...(author !== undefined && { author }),
        ...(description !== undefined && { description }),
        ...(keywords !== undefined && { keywords }),
        root: tidy(root),
      },
      faults: this.#faults,
      notices: [
        ...(collapse(title) === "" && documentTitle !== "" ? [titleNotice(documentTitle)] : []),
        ...idleLinkNotices([...this.#idleLinks].map(describeElement)),
      ],
    };
  }

  /** Whether the element is the one that its id names: the first in the document. */
  isNamed(source: SourceElement): boolean {
    return this.#ids.get(source.attributes.id ?? "") === source;
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

  /** The leaf of one generated text, if it is printed anywhere and says something. */
  generated(source: SourceElement, slot: GeneratedSlot | "call"): ContentLeaf[] {
    const key = `${source.ref}:${slot}`;
    const printed = this.#generated.get(key);
    const alternative = slot === "call" ? undefined : source.alternatives?.[slot];
    const text = alternative ?? printed;
    if (printed === undefined || text === undefined || isWordless(text)) return [];
    // Markers and calls have elements of their own.
    const isApart = this.#generatedBlocks.has(key) && (slot === "before" || slot === "after");
    return [{ kind: "content", keys: [key], text: isApart ? ` ${text} ` : text }];
  }

  /** The leaf of a text that stands right in `source`, by its place among the children. */
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

  /** What an element holds, generated text included, in reading order. */
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

  /** One source element as logical nodes: none if it says nothing, several if it is only a box. */
  visit(source: SourceElement, around: Surroundings): LogicalNode[] {
    const { name, attributes } = source;
    const role = roleOf(source);
    if (source.display === "none" || attributes["aria-hidden"] === "true") return [];
    if (this.#printed.running.has(source.ref)) return [];
    if (name === "br") return [{ kind: "content", keys: [], text: " " }];
    if (name === "hr" || name === "wbr") return [];
    if (this.#printed.notes.has(source.ref)) return this.#note(source, around);
    const language = attributes.lang ?? around.language;
    const inner = { ...around, language };
    const title = isGroup(source, role) ? givenName(source, this.#ids) : undefined;
    const own: OwnProperties = {
      ...(language !== around.language && { language }),
      ...(title !== undefined && { title }),
    };
    if (/^(?:iframe|frame|object|embed)$/.test(name)) return this.#refused(source);
    if (isGraphic(source, role)) return this.#graphic(source, own);
    if (name === "math" || role === "math") return [this.#formula(source, inner, own)];
    if (isControl(name)) return [this.#control(source, own)];
    if (name === "ruby") return [this.element("Ruby", source, this.#ruby(source, inner), own)];
    if (name === "a" && attributes.href !== undefined && !this.#idleLinks.has(source)) {
      return this.#link(source, role, inner, own);
    }
    if ((name === "abbr" || name === "acronym") && attributes.title) {
      const more = { ...own, expansion: collapse(attributes.title) };
      return [this.element("Span", source, this.content(source, inner), more)];
    }
    if (isTable(source) && this.#isSoundTable(source)) {
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
    if (isContents(source, role)) {
      return [
        this.element("Sect", source, this.content(source, { ...inner, inContents: true }), own),
      ];
    }
    return this.#plain(source, inner, own);
  }

  /**
   * What a role makes a table is one where it has rows, and nothing beside their cells that would be
   * lost; else it is read as it stands.
   */
  #isSoundTable(source: SourceElement): boolean {
    if (isNativeTable(source)) return true;
    const loose = looseIn(source);
    const hasRows = partsIn(source, "group", "row").length > 0;
    if (loose === undefined && hasRows) return true;
    const excerpt = loose?.kind === "text" ? `“${collapse(loose.text).slice(0, 60)}”` : "";
    const name = loose?.kind === "element" ? describeElement(loose) : excerpt;
    const where = loose === undefined ? "no rows" : `${name} outside of its cells`;
    this.fault("table-role", `a table by role has ${where}`, source, {
      hint: 'put all it holds in elements of role="cell", "columnheader" or "rowheader", in elements of role="row"',
      wcag: ["1.3.1"],
    });
    return false;
  }

  #plain(source: SourceElement, inner: Surroundings, own: OwnProperties): LogicalNode[] {
    const type = ownType(source);
    const children = [
      ...this.#looseNumber(source),
      ...withoutInnerCode(source, this.content(source, inner)),
    ];
    const isBox = !/^(?:inline|contents|ruby)/.test(source.display);
    const isPlain = own.language === undefined && own.title === undefined;
    if (type !== undefined) {
      const more = {
        ...own,
        // What the styles make a box in a paragraph parts the words on either side of it.
        ...((source.name === "pre" || (isBox && isEmphasis(type))) && { isBlock: true }),
        ...(type === "Note" && { id: `note-${source.ref}` }),
      };
      return [this.element(type, source, children, more)];
    }
    this.#checkFigure(source, own.title, children);
    const holdsBlocks =
      own.title !== undefined && !children.every((child) => isInline(child) || isRunIn(child));
    if (isBox || holdsBlocks) {
      // A box that holds lines of its own keeps them apart from what stands around it.
      const holdsText =
        children.some((child) => isInline(child) && !isBlankLeaf(child)) ||
        // A caption needs something around it and what it belongs to.
        children.some((child) => child.kind === "element" && child.type === "Caption");
      if (!holdsText && isPlain) return children;
      // An inline element that the styles make a box may stand in a paragraph.
      return phrasing.test(source.name)
        ? [this.element("Span", source, children, { ...own, isBlock: true })]
        : [this.element("Div", source, children, own)];
    }
    return isPlain ? children : [this.element("Span", source, children, own)];
  }

  /** The number of an item whose list is none: a sign without a letter or a digit is decoration. */
  #looseNumber(source: SourceElement): LogicalNode[] {
    if (source.display !== "list-item" || source.name === "summary") return [];
    return this.generated(source, "marker").filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  }

  /** A browser says the name of a figure whose picture is hidden; in a PDF nobody would meet it. */
  #checkFigure(
    source: SourceElement,
    name: string | undefined,
    children: readonly LogicalNode[],
  ): void {
    const isFigure = (roleOf(source) ?? source.name) === "figure";
    if (!isFigure || name === undefined) return;
    const said = children.filter((child) => child.kind !== "element" || child.type !== "Caption");
    const parts = said.flatMap((child) =>
      child.kind === "element" ? [...descendants(child)] : [],
    );
    // A picture without an alternative is reported itself.
    if (pictureNames(said) !== "" || parts.some(({ type }) => type === "Figure")) return;
    this.fault("figure-lost", `nothing is read of the figure “${name.slice(0, 60)}”`, source, {
      hint: 'name the picture in it instead: alt="…" on an image, role="img" and aria-label="…" on a drawing',
      wcag: ["1.1.1"],
    });
  }

  #note(source: SourceElement, around: Surroundings): LogicalNode[] {
    const { ref } = source;
    const language = source.attributes.lang ?? around.language;
    const call = this.generated(source, "call");
    const marker = this.generated(source, "marker");
    const link = { ref: `call ${ref}`, contents: collapse(call.map((leaf) => leaf.text).join("")) };
    const reference = this.element("Reference", source, [
      this.element("Link", source, call, { link }),
    ]);
    const label = marker.length > 0 ? [this.element("Lbl", source, marker)] : [];
    const note = this.element(
      "Note",
      source,
      [...label, ...this.content(source, { ...around, language })],
      { id: `note-${ref}`, ...(language !== around.language && { language }) },
    );
    return call.length > 0 ? [reference, note] : [note];
  }

  #link(
    source: SourceElement,
    role: string | undefined,
    inner: Surroundings,
    own: OwnProperties,
  ): LogicalNode[] {
    // One that shows itself to a mouse alone is not on paper.
    if (!showsAnything(source)) return [];
    const children = this.content(source, inner);
    const name = givenName(source, this.#ids) ?? (plainText(source) || pictureNames(children));
    if (name === "") {
      this.fault("link-name", "link has no name", source, {
        hint: "write text in it, give its image an alternative text, or add aria-label",
        wcag: ["2.4.4", "4.1.2"],
      });
    }
    const link = { ref: source.ref, contents: name === "" ? (source.attributes.href ?? "") : name };
    const element = this.element("Link", source, children, { ...own, link });
    const isReference = role === "doc-noteref" || role === "doc-biblioref" || inner.inContents;
    return [isReference ? this.element("Reference", source, [element]) : element];
  }

  #graphic(source: SourceElement, own: OwnProperties): LogicalNode[] {
    const role = roleOf(source);
    const alt = source.attributes.alt;
    const links = [...areaLinks(this, source), ...this.#linksWithin(source)];
    if (role === "presentation" || role === "none") return links;
    const name = alternativeOf(source, this.#ids);
    if (name === undefined && source.name === "img" && alt !== undefined) return links;
    if (name === undefined) {
      const noun = source.name === "img" ? "image" : source.name === "svg" ? "drawing" : "graphic";
      this.fault("image-alt", `${noun} has no alternative text`, source, {
        hint:
          source.name === "img"
            ? 'describe it in alt="…", or write alt="" if it is decoration'
            : 'describe it with role="img" and aria-label="…", or hide it with aria-hidden="true" if it is decoration',
        wcag: ["1.1.1"],
      });
    }
    const keys = [`${source.ref}:graphic`, ...generatedKeys(source)];
    const leaf: ContentLeaf = { kind: "content", keys, text: "" };
    const more = { ...own, ...(name !== undefined && { alt: name }) };
    return [this.element("Figure", source, [leaf], more), ...links];
  }

  /** Links in a drawing that is read as one picture come behind it. */
  #linksWithin(source: SourceElement): LogicalElement[] {
    return source.children.flatMap((child) => {
      if (child.kind === "text" || child.display === "none") return [];
      const { href } = child.attributes;
      if (child.name !== "a" || href === undefined) return this.#linksWithin(child);
      const name = givenName(child, this.#ids) ?? plainText(child);
      const link = { ref: child.ref, contents: name === "" ? href : name };
      return [this.element("Link", child, [], { link })];
    });
  }

  /** A document within the document has a tree of its own, of which nothing is known here. */
  #refused(source: SourceElement): LogicalNode[] {
    this.fault("embedded-document", `${tagWords(source.name)} cannot be tagged`, source, {
      hint: `${source.name === "iframe" ? "put the frame's document in the folder of this one, and show it without a sandbox; or " : ""}put its content in the document itself, or a picture with an alternative text`,
      wcag: ["1.1.1"],
    });
    return [];
  }

  #formula(source: SourceElement, inner: Surroundings, own: OwnProperties): LogicalNode {
    const keys: string[] = [`${source.ref}:graphic`];
    const texts: string[] = [];
    const collect = (nodes: readonly LogicalNode[]): void => {
      for (const node of nodes) {
        if (node.kind === "element") collect(node.children);
        else {
          keys.push(...node.keys);
          texts.push(node.text);
        }
      }
    };
    collect(this.content(source, inner));
    const text = texts.map((part) => collapse(part)).filter((part) => part !== "");
    const written = source.name === "math" ? formulaText(source) : text.join(" ");
    const alt = givenName(source, this.#ids) ?? written;
    return this.element("Formula", source, [{ kind: "content", keys, text: text.join(" ") }], {
      ...own,
      alt,
    });
  }

  /** A form control: printed as it stands, with its name and value as what it reads. */
  #control(source: SourceElement, own: OwnProperties): LogicalNode {
    const { id, type = "", placeholder } = source.attributes;
    const label = id === undefined ? undefined : labelFor(this.#source.body, id);
    const name =
      givenName(source, this.#ids) ??
      label ??
      labelAround(this.#source.body, source) ??
      collapse(placeholder ?? defaultLabels[type.toLowerCase()] ?? "");
    const gauged = gaugeText(source);
    const state = isGauge(source)
      ? gauged
      : type === "checkbox" || type === "radio"
        ? source.value === "on"
          ? "☑"
          : "☐"
        : (source.value ?? source.attributes.value ?? "");
    const keys = [`${source.ref}:graphic`, ...controlTextKeys(source)];
    const alt = [name, state].filter((part) => part !== "").join(": ") || source.name;
    // A gauge says by itself how much there is of something.
    if (name === "" && gauged === "" && !/^(?:submit|button|reset|hidden)$/i.test(type)) {
      this.fault("control-name", "form control has no name", source, {
        hint: "give it a <label>, or aria-label",
        wcag: ["1.3.1", "4.1.2"],
      });
    }
    return this.element("Figure", source, [{ kind: "content", keys, text: "" }], { ...own, alt });
  }

  #ruby(source: SourceElement, inner: Surroundings): LogicalNode[] {
    const nodes: LogicalNode[] = [];
    let base: LogicalNode[] = [];
    const closeBase = (): void => {
      if (base.some((node) => !isBlankLeaf(node))) nodes.push(this.element("RB", source, base));
      base = [];
    };
    for (const node of this.content(source, inner)) {
      if (node.kind === "element" && /^R[BTP]$/.test(node.type)) {
        closeBase();
        nodes.push(node);
      } else base.push(node);
    }
    closeBase();
    return nodes;
  }
}

/** `visibility` hides an element, and not what in it is visible again. */
function showsAnything({ invisible, children }: SourceElement): boolean {
  return !invisible || children.some((child) => child.kind === "element" && showsAnything(child));
}

function isEmphasis(type: StructureType): boolean {
  return /^(?:Em|Strong|Code|Quote|Span)$/.test(type);
}
