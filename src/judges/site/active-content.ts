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
import { ACTIVE_CONTENT, ACTIVE_RULES } from "./active-content-info.ts";
import { findPdfActions, type PdfAction } from "../pdf/pdf-actions.ts";
import { findingOf, type RuleFinding, type RuleIdOf } from "../verdict/judge-info.ts";
import { judgeBy, type Judge } from "../verdict/judge.ts";

export interface PublishedContent {
  /** The folder that is published as a whole. */
  readonly root: string;
  /** Path of that folder on its host, with / at both ends; `/` where it is not known. */
  readonly basePath?: string | undefined;
  /** The project's content, whose drawings are published as they are; absent where there is none. */
  readonly contentDir?: string | undefined;
}

type ActiveFinding = RuleFinding<RuleIdOf<typeof ACTIVE_CONTENT>>;

export const activeContentJudge: Judge<PublishedContent> = judgeBy(
  ACTIVE_CONTENT,
  async ({ root, basePath, contentDir }, signal) => {
    const findings: ActiveFinding[] = [];
    for (const file of await listFiles(root)) {
      signal.throwIfAborted();
      const bytes = await readFile(path.join(root, file));
      const found = await findIn(bytes, file, basePath);
      if (found.length === 0) continue;
      const source = await sourceOf(file, contentDir);
      for (const each of found) findings.push(findingIn(each, source));
    }
    return { findings };
  },
);

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

function findingIn({ rule, where, message }: Found, source: string | undefined): ActiveFinding {
  const known = ACTIVE_RULES[rule];
  const help = source === undefined ? known.fix : `In ${source}: ${known.fix}`;
  return findingOf(known, { where, message, help });
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
