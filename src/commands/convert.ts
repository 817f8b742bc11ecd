/**
 * The command `pdf`: any HTML document, laid out with its own print styles, as an accessible PDF.
 * Input: a file of HTML or XHTML; output: a PDF beside it or where the person wants it, and what is wrong with
 * the source. The document may show what lies in its own folder and below, or in folders that the
 * person names; it reaches no network.
 */
import path from "node:path";
import type { ServedDocument } from "../browser/served-files.ts";
import { withBrowser } from "../browser/with-browser.ts";
import { runJudge } from "../check/judge.ts";
import type { EditionReport } from "../check/finding.ts";
import { readDocument } from "../document/read-document.ts";
import { decodeStylesheet } from "../document/stylesheet-encoding.ts";
import { resourcesJudge } from "../check/resources.ts";
import { countPages, type Log } from "../log.ts";
import { makeJudgedPdf } from "../editions/make-judged-pdf.ts";
import type { MakePdfOptions } from "../editions/make-pdf.ts";
import type { OutputFile } from "../files/output-file.ts";
import type { SourceChanges } from "../paginate/in-page/page-globals.ts";
import { readInput } from "../files/read-input.ts";

export interface ConvertOptions extends Pick<MakePdfOptions, "date" | "producer" | "signal"> {
  /** The file of HTML or XHTML. */
  readonly input: string;
  readonly output: OutputFile;
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
  const { input, output, log, signal, projectDir } = options;
  const [bytes, styles] = await Promise.all([
    readInput(input, "give the path of an HTML file", signal),
    readStylesheets(options),
  ]);
  const onNotice = (notice: string): void => {
    log.notice(notice);
  };
  const made = await withBrowser({ projectDir, onNotice, signal }, async ({ browser, stop }) => {
    const { text, contentType } = await readDocument(bytes, input, browser);
    return log.stage(path.basename(input), async (update) =>
      makeJudgedPdf(
        {
          html: text,
          contentType,
          urlPath: `/${encodeURIComponent(path.basename(input))}`,
          roots: [{ urlPath: "/", dir: path.dirname(input) }],
          documents: styles,
          styles: [...styles.keys()],
        },
        input,
        {
          ...options,
          browser,
          signal: stop.signal,
          onPage: (count) => {
            update(countPages(count));
          },
        },
      ),
    );
  });
  signal.throwIfAborted();
  for (const notice of noticesOf(made.changes)) onNotice(notice);
  await output.write(made.bytes);
  return {
    file: output.name,
    pageCount: made.pageCount,
    standards: made.standards,
    report: {
      edition: "pdf",
      file: output.name,
      judges: [...made.judges, await runJudge(resourcesJudge, made.refusals, { signal })],
    },
  };
}

/** What a person may not expect on paper, in words. */
function noticesOf({ openedDetails, frames }: SourceChanges): string[] {
  const count = (many: number, one: string, more: string): string =>
    many === 1 ? `1 ${one}` : `${many} ${more}`;
  return [
    ...(openedDetails > 0
      ? [`${count(openedDetails, "closed <details> is", "closed <details> are")} printed open`]
      : []),
    ...(frames > 0
      ? [`${count(frames, "frame is a section", "frames are sections")} of the document`]
      : []),
  ];
}

/** Where the PDF goes unless a person says otherwise: beside the document, with its name. */
export function pdfFileOf(input: string): string {
  return input.replace(/(?:\.(?:x?html?|xht|xml))?$/i, ".pdf");
}

/** By URL path, in the document's folder, where their own addresses start from. */
async function readStylesheets({
  stylesheets,
  pageSize,
  signal,
}: ConvertOptions): Promise<ReadonlyMap<string, ServedDocument>> {
  const texts = await Promise.all(
    stylesheets.map(async (file) =>
      decodeStylesheet(await readInput(file, "give the path of a stylesheet", signal), file),
    ),
  );
  if (pageSize !== undefined) texts.push(`@page { size: ${pageSize} }`);
  return new Map(
    texts.map((body, index) => [
      `/imprimatur-style-${index + 1}.css`,
      { body, contentType: "text/css; charset=utf-8" },
    ]),
  );
}
