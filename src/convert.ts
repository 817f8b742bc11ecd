/**
 * The command `pdf`: any HTML document, laid out with its own print styles, as an accessible PDF.
 * Input: an HTML file; output: a PDF beside it or where the person wants it, and what is wrong with
 * the source. The document may show what lies in its own folder and below, or in folders that the
 * person names; it reaches no network.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { launchBrowser } from "./browser/launch-browser.ts";
import { runJudge } from "./check/judge.ts";
import type { EditionReport } from "./check/finding.ts";
import { resourcesJudge } from "./check/resources.ts";
import { PublicationError } from "./errors.ts";
import { countPages, type Log } from "./log.ts";
import { makeJudgedPdf } from "./make-judged-pdf.ts";
import type { MakePdfOptions } from "./make-pdf.ts";
import { writeAside } from "./write-aside.ts";

export interface ConvertOptions extends Pick<MakePdfOptions, "date" | "producer" | "signal"> {
  /** The HTML file. */
  readonly input: string;
  /** The PDF to write; beside the input and of its name where it is undefined. */
  readonly output: string | undefined;
  /** Stylesheets that come after the document's own. */
  readonly stylesheets: readonly string[];
  /** Page size as CSS has it, e.g. `A5` or `210mm 99mm`; the document's own where undefined. */
  readonly pageSize: string | undefined;
  readonly pageTimeoutMs: number | undefined;
  /** Where the shipped browser is unpacked. */
  readonly projectDir: string;
  readonly log: Log;
}

export interface Converted {
  readonly file: string;
  readonly pageCount: number;
  /** Standards that the PDF claims. */
  readonly standards: readonly string[];
  /** The judges of the claim, and the judge of what the document asked for and did not get. */
  readonly report: EditionReport;
}

/**
 * Nothing is written where the document cannot be laid out without loss. A document with faults, or
 * whose judges did not all run, is written without the claim to a standard; the report says why.
 * @throws PublicationError
 */
export async function convert(options: ConvertOptions): Promise<Converted> {
  const { input, log, signal, projectDir } = options;
  const file = options.output ?? input.replace(/(?:\.x?html?)?$/i, ".pdf");
  const html = withStyles(await read(input), await readStylesheets(options));
  const launched = await launchBrowser({
    projectDir,
    onNotice: (notice) => {
      log.notice(notice);
    },
    signal,
  });
  try {
    const { bytes, pageCount, standards, judges, refusals } = await log.stage(
      path.basename(input),
      async (update) =>
        makeJudgedPdf(
          {
            html,
            urlPath: `/${encodeURIComponent(path.basename(input))}`,
            roots: [{ urlPath: "/", dir: path.dirname(input) }],
          },
          input,
          {
            browser: launched.browser,
            onPage: (count) => {
              update(countPages(count));
            },
            ...options,
          },
        ),
    );
    await writeAside(file, bytes);
    return {
      file,
      pageCount,
      standards,
      report: {
        edition: "pdf",
        file,
        judges: [...judges, await runJudge(resourcesJudge, refusals, signal)],
      },
    };
  } finally {
    await launched.close();
  }
}

async function read(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new PublicationError("input-unreadable", `${file} cannot be read`, {
      hint: "give the path of an HTML file or a stylesheet",
      cause,
    });
  });
}

async function readStylesheets({ stylesheets, pageSize }: ConvertOptions): Promise<string> {
  const texts = await Promise.all(stylesheets.map(read));
  if (pageSize !== undefined) texts.push(`@page { size: ${pageSize} }`);
  return texts.join("\n");
}

/** Puts styles after the document's own, without a change to anything else in it. */
function withStyles(html: string, css: string): string {
  if (css === "") return html;
  // What would close the element early can only stand in a string or comment of the CSS.
  const element = `<style>${css.replaceAll("</", "<\\/")}</style>`;
  const headEnd = /<\/head\s*>/i.exec(html);
  if (headEnd !== null) {
    return html.slice(0, headEnd.index) + element + html.slice(headEnd.index);
  }
  const bodyStart = /<body[\s>]/i.exec(html);
  const at =
    bodyStart?.index ?? /^\s*(?:<!doctype[^>]*>)?\s*(?:<html[^>]*>)?/i.exec(html)?.[0].length ?? 0;
  return html.slice(0, at) + element + html.slice(at);
}
