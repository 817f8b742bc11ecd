/**
 * The judge of active content: the web edition is text and pictures that do nothing of their own.
 * Input: the folder that is published; output: a finding for each script, event attribute, address
 * that is a script, frame or form that leads elsewhere, in pages, drawings and style sheets.
 *
 * What is ours needs no exception: the edition holds no script at all, and JSON-LD is data, which no
 * browser runs. A PDF beside the page holds no action but links.
 */
import { access, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ActiveRule } from "../../document/active-content/active-content.ts";
import { placeInEdition } from "../../document/active-content/edition-place.ts";
import { findInFile } from "../../document/active-content/find-in-file.ts";
import { findPdfActions, type PdfAction } from "../pdf/pdf-actions.ts";
import type { Finding, Impact } from "../verdict/finding.ts";
import type { Judge } from "../verdict/judge.ts";

export interface PublishedContent {
  /** The folder that is published as a whole. */
  readonly root: string;
  /** Path of that folder on its host, with / at both ends; `/` where it is not known. */
  readonly basePath?: string | undefined;
  /** The project's content, whose drawings are published as they are; absent where there is none. */
  readonly contentDir?: string | undefined;
}

export const activeContentJudge: Judge<PublishedContent> = {
  name: "imprimatur-active-content",
  version: "1",
  async judge({ root, basePath, contentDir }, signal) {
    const findings: Finding[] = [];
    for (const file of await listFiles(root)) {
      signal.throwIfAborted();
      const bytes = await readFile(path.join(root, file));
      const found = await findIn(bytes, file, basePath);
      if (found.length === 0) continue;
      const source = await sourceOf(file, contentDir);
      for (const each of found) findings.push(findingOf(each, source));
    }
    return { findings };
  },
};

interface Found {
  readonly rule: ActiveRule | PdfAction["rule"];
  readonly where: string;
  readonly message: string;
}

async function findIn(
  bytes: Uint8Array,
  file: string,
  basePath: string | undefined,
): Promise<readonly Found[]> {
  if (/\.pdf$/iu.test(file)) {
    const actions = await findPdfActions(bytes);
    return actions.map((action) => ({ ...action, where: `${file} ${action.where}`.trimEnd() }));
  }
  const found = findInFile(bytes, file, placeInEdition(file, basePath));
  return found.map(({ rule, line, message }) => ({ rule, where: `${file}:${line}`, message }));
}

/** What runs in the publisher's name is worst. */
const IMPACTS: Readonly<Record<Found["rule"], Impact>> = {
  script: "critical",
  "event-attribute": "critical",
  "script-address": "critical",
  "document-address": "critical",
  "animated-address": "critical",
  "xml-stylesheet": "critical",
  "xml-declarations": "serious",
  "foreign-frame": "serious",
  "foreign-form": "serious",
  "foreign-base": "serious",
  "foreign-refresh": "serious",
  "foreign-request": "serious",
  "style-program": "moderate",
  "pdf-action": "serious",
  unreadable: "serious",
};

const HELP: Readonly<Record<Found["rule"], string>> = {
  script: "Take the script out: the edition needs none.",
  "event-attribute": "Take the attribute out: the edition needs no script.",
  "script-address": "Write an address that begins with https:, or take the link out.",
  "document-address": "Publish the document as a file, and write its address.",
  "animated-address": "Take the animation out, and give the link the address itself.",
  "foreign-frame": "Take it out, and link to what it shows.",
  "foreign-form": "Take it out, and link to the page that has the form.",
  "foreign-base": "Take it out, and write the whole address where one leads elsewhere.",
  "foreign-refresh": "Take it out, and link to the other page.",
  "foreign-request": "Put the file into the project and name it there: readers ask no other host.",
  "xml-stylesheet": "Take the instruction out, and write the styles into the file.",
  "xml-declarations": "Save the file again without declarations, as plain SVG.",
  "style-program": "Take the declaration out.",
  "pdf-action": "Take the action out of the PDF, or publish another file.",
  unreadable: "Save the file again in the program that it is from, or take it out.",
};

function findingOf({ rule, where, message }: Found, source: string | undefined): Finding {
  return {
    rule,
    impact: IMPACTS[rule],
    wcag: [],
    where,
    message,
    help: source === undefined ? HELP[rule] : `In ${source}: ${HELP[rule]}`,
  };
}

/** The author's file that a file of the edition is a copy of. */
async function sourceOf(file: string, contentDir: string | undefined): Promise<string | undefined> {
  if (contentDir === undefined) return undefined;
  const isThere = await access(path.join(contentDir, file)).then(
    () => true,
    () => false,
  );
  return isThere ? path.posix.join(path.basename(contentDir), file) : undefined;
}

/** Paths of all files below `root`, with `/` between their parts, in order; links count as files. */
async function listFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)))
    .map((file) => file.split(path.sep).join("/"))
    .sort();
}
