/**
 * Rules about what must not be anywhere in the file, used or not: what comes from outside it, what
 * acts, and what interferes with a press. They look at every object that the catalog leads to.
 * ISO 15930-7.
 */
import type { PdfDict, PdfObject } from "../../../pdf/objects/types.ts";
import type { PdfObjects } from "../../../pdf/objects/pdf-objects.ts";
import { reachableDicts } from "../../../pdf/objects/reachable-dicts.ts";
import type { PreflightReading } from "./reading.ts";
import { violation, type Violation } from "./rule.ts";
import type { PreflightRule } from "./rules/press-rules.ts";
import { OBJECT_RULES } from "./rules/object.ts";

/** ISO 32000-1 table 198. */
const ACTIONS: ReadonlySet<string> = new Set(
  (
    "GoTo GoToR GoToE Launch Thread URI Sound Movie Hide Named SubmitForm ResetForm ImportData " +
    "JavaScript SetOCGState Rendition Trans GoTo3DView"
  ).split(" "),
);

export function judgeObjects({ pdf, pages }: PreflightReading): readonly Violation[] {
  const found = new Map<string, Violation>();
  const tell = (rule: PreflightRule, where: string, detail = ""): void => {
    found.set(`${rule.id} ${detail}`, violation(rule, where, detail));
  };
  const { objects } = pdf;
  for (const { dict, isStream, where } of reachableDicts(pdf)) {
    if (isStream) judgeStream(objects, dict, where, tell);
    judgeDict(objects, dict, where, tell);
  }
  for (const { things, page } of pages) {
    const isPacked = things.some(
      (thing) => thing.kind === "picture" && thing.isInline && thing.filters.some(isLzw),
    );
    if (isPacked) tell(OBJECT_RULES.lzw, `page ${page}`);
  }
  return [...found.values()];
}

function isLzw(filter: string): boolean {
  return filter === "LZWDecode";
}

type Tell = (rule: PreflightRule, where: string, detail?: string) => void;

function judgeStream(objects: PdfObjects, dict: PdfDict, where: string, tell: Tell): void {
  const has = (key: string): boolean => objects.get(dict, key) !== undefined;
  const subtype = objects.name(objects.get(dict, "Subtype"));
  if (has("F")) tell(OBJECT_RULES["external-content"], where, "a stream's content");
  if (objects.filterNames(dict).some(isLzw)) tell(OBJECT_RULES.lzw, where);
  if (subtype === "PS" || objects.name(objects.get(dict, "Subtype2")) === "PS" || has("PS")) {
    tell(OBJECT_RULES.postscript, where);
  }
  if (subtype === "Form" && has("Ref")) {
    tell(OBJECT_RULES["external-content"], where, "a page of another PDF");
  }
  if ((subtype === "Form" || subtype === "Image") && has("OPI")) tell(OBJECT_RULES.opi, where);
  if (subtype === "Image" && has("Alternates")) tell(OBJECT_RULES["alternate-picture"], where);
}

function judgeDict(objects: PdfObjects, dict: PdfDict, where: string, tell: Tell): void {
  const get = (key: string): PdfObject | undefined => objects.get(dict, key);
  if (objects.name(get("Type")) === "ExtGState" || isStateByPlace(where)) {
    if (get("TR") !== undefined) tell(OBJECT_RULES["transfer-function"], where, "TR");
    const second = get("TR2");
    if (second !== undefined && objects.name(second) !== "Default") {
      tell(OBJECT_RULES["transfer-function"], where, "TR2");
    }
    if (get("HTP") !== undefined) tell(OBJECT_RULES.halftone, where, "a halftone phase (HTP)");
    judgeHalftone(objects, get("HT"), where, tell);
  }
  const kind = objects.name(get("S"));
  const isAction = objects.name(get("Type")) === "Action" || / (?:A|OpenAction|Next)$/.test(where);
  if (isAction && kind !== undefined && ACTIONS.has(kind)) tell(OBJECT_RULES.action, where, kind);
  if (get("AA") !== undefined) tell(OBJECT_RULES.action, where, "additional actions (AA)");
  if (/^catalog Names$/.test(where)) {
    if (get("JavaScript") !== undefined) tell(OBJECT_RULES.action, where, "JavaScript");
    if (get("EmbeddedFiles") !== undefined) tell(OBJECT_RULES["embedded-file"], where);
    if (get("AlternatePresentations") !== undefined) {
      tell(OBJECT_RULES["dynamic-form"], where, "alternate presentations");
    }
  }
  if (get("EF") !== undefined) tell(OBJECT_RULES["embedded-file"], where);
  if (get("XFA") !== undefined) tell(OBJECT_RULES["dynamic-form"], where, "XFA");
}

function isStateByPlace(where: string): boolean {
  return / ExtGState \S+$/.test(where);
}

/** A halftone is of type 1 or 5 and has no name (ISO 32000-1 §10.5.5). */
function judgeHalftone(
  objects: PdfObjects,
  object: PdfObject | undefined,
  where: string,
  tell: Tell,
): void {
  if (object === undefined || objects.name(object) === "Default") return;
  const dict = objects.stream(object)?.dict ?? objects.dict(object);
  const type = objects.number(objects.get(dict, "HalftoneType"));
  if (type !== 1 && type !== 5) tell(OBJECT_RULES.halftone, where, `type ${type ?? "unknown"}`);
  if (objects.get(dict, "HalftoneName") !== undefined) {
    tell(OBJECT_RULES.halftone, where, "a halftone by its name");
  }
}
