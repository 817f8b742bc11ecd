/**
 * What the standards forbid: each rule once, with the clause of every standard that has it. A fault or
 * a finding carries the rule; who shows it looks the clauses up here. How each clause is met is in
 * docs/conformance. A clause that only recommends forbids nothing, and is not here.
 */
import { STANDARDS, type StandardId } from "./standards.ts";

const standardIds = Object.keys(STANDARDS) as readonly StandardId[];

type Clauses = Readonly<Partial<Record<StandardId, string>>>;

const CLAUSES = {
  // Of the source, met while it is tagged.
  "document-title": { "pdf-ua-1": "7.1" },
  "document-language": { "pdf-ua-1": "7.2" },
  "language-unknown": { "pdf-ua-1": "7.2", "pdf-a-2a": "6.7.4" },
  "embedded-document": { "pdf-ua-1": "7.1" },
  "layout-loss": { "pdf-ua-1": "7.1" },
  "text-lost": { "pdf-ua-1": "7.1" },
  "text-unknown": { "pdf-ua-1": "7.1" },
  "text-untagged": { "pdf-ua-1": "7.1" },
  "text-too-long": { "pdf-a-2a": "6.1.13" },
  "private-character": { "pdf-a-2a": "6.2.11.7.3" },
  "missing-glyph": { "pdf-ua-1": "7.21.8", "pdf-a-2a": "6.2.11.8" },
  "image-alt": { "pdf-ua-1": "7.3" },
  "control-name": { "pdf-ua-1": "7.3" },
  "figure-lost": { "pdf-ua-1": "7.3" },
  "picture-lost": { "pdf-ua-1": "7.3" },
  "heading-order": { "pdf-ua-1": "7.4.2" },
  "table-role": { "pdf-ua-1": "7.5" },
  "image-map": { "pdf-ua-1": "7.18.5" },
  "link-name": { "pdf-ua-1": "7.18.5" },
  "link-target": { "pdf-ua-1": "7.18.5" },
  "link-unknown": { "pdf-ua-1": "7.18.5" },
  "repeated-form": { "pdf-ua-1": "7.20" },
  // Of a file for the press, found by preflight.
  "pdf-version": { "pdf-x-4": "1.1" },
  "file-id": { "pdf-x-4": "1.2" },
  "external-content": { "pdf-x-4": "1.4" },
  lzw: { "pdf-x-4": "1.5" },
  "unreadable-content": { "pdf-x-4": "1.6" },
  "output-intent": { "pdf-x-4": "2.1" },
  "output-condition": { "pdf-x-4": "2.1" },
  "output-profile": { "pdf-x-4": "2.2" },
  "device-colour": { "pdf-x-4": "2.3" },
  "unknown-colour": { "pdf-x-4": "2.3" },
  "spot-alternate": { "pdf-x-4": "2.3" },
  "black-text-overprint": { "pdf-x-4": "2.4" },
  "black-rule-overprint": { "pdf-x-4": "2.4" },
  "white-overprint": { "pdf-x-4": "2.4" },
  "profiled-overprint": { "pdf-x-4": "2.4" },
  "blending-space": { "pdf-x-4": "2.5" },
  "blending-colours": { "pdf-x-4": "2.5" },
  "transfer-function": { "pdf-x-4": "2.6" },
  halftone: { "pdf-x-4": "2.6" },
  postscript: { "pdf-x-4": "2.7" },
  opi: { "pdf-x-4": "2.7" },
  "alternate-picture": { "pdf-x-4": "2.7" },
  "font-not-embedded": { "pdf-x-4": "2.8" },
  "invisible-font-not-embedded": { "pdf-x-4": "2.8" },
  "font-damaged": { "pdf-x-4": "2.8" },
  "layer-configuration": { "pdf-x-4": "2.9" },
  "hidden-layer": { "pdf-x-4": "2.9" },
  "spot-definition": { "pdf-x-4": "2.10" },
  "page-boxes": { "pdf-x-4": "3.1" },
  "box-nesting": { "pdf-x-4": "3.2" },
  "registration-colour": { "pdf-x-4": "3.3" },
  "marks-in-bleed": { "pdf-x-4": "3.3" },
  "annotation-in-bleed": { "pdf-x-4": "3.4" },
  action: { "pdf-x-4": "4.1" },
  "embedded-file": { "pdf-x-4": "4.1" },
  "dynamic-form": { "pdf-x-4": "4.2" },
  metadata: { "pdf-x-4": "5.1" },
  "pdfx-version": { "pdf-x-4": "5.1" },
  "metadata-identity": { "pdf-x-4": "5.2" },
  "metadata-dates": { "pdf-x-4": "5.3" },
  "metadata-title": { "pdf-x-4": "5.3" },
  trapped: { "pdf-x-4": "5.3" },
  "information-agrees": { "pdf-x-4": "5.3" },
} as const satisfies Readonly<Record<string, Clauses>>;

export type RuleId = keyof typeof CLAUSES;

/** The rules of a standard, or of any of several. */
export type RuleOf<Id extends StandardId> = {
  [Rule in RuleId]: Id extends keyof (typeof CLAUSES)[Rule] ? Rule : never;
}[RuleId];

/** Every standard that forbids what a rule is about, with its clause: `PDF/UA-1 §7.3`. */
export function citationsOf(rule: RuleId): readonly string[] {
  return standardIds.flatMap((id) => citationOf(rule, id) ?? []);
}

/** A standard with its clause for a rule; undefined where it has none, and for what is no rule here. */
export function citationOf(rule: string, id: StandardId): string | undefined {
  const clause = clausesOf(id).get(rule);
  return clause === undefined ? undefined : citeClause(id, clause);
}

/** A clause as people write it: `PDF/UA-1 §7.3`. */
export function citeClause(id: StandardId, clause: string): string {
  const { name, clauseSign } = STANDARDS[id];
  return `${name} ${clauseSign}${clause}`;
}

/** What a standard forbids: the clause of each rule. */
export function clausesOf(id: StandardId): ReadonlyMap<string, string> {
  const rules: readonly (readonly [string, Clauses])[] = Object.entries(CLAUSES);
  return new Map(
    rules.flatMap(([rule, { [id]: clause }]) =>
      clause === undefined ? [] : [[rule, clause] as const],
    ),
  );
}
