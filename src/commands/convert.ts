/**
 * The command `pdf`: any HTML document, laid out with its own print styles, as an accessible PDF.
 * Input: a file of HTML or XHTML; output: a PDF beside it or where the person wants it, and what is wrong with
 * the source. The document may show what lies in its own folder and below, or in folders that the
 * person names; it reaches no network.
 */
import path from "node:path";
import { gateOrigin } from "../browser/gate.ts";
import type { Notice } from "../accessible/amend/amendments.ts";
import type { PictureList } from "../alternatives/list-file.ts";
import { hasFontconfig } from "../browser/font-environment.ts";
import type { ServedDocument } from "../browser/served-files.ts";
import { withBrowser } from "../browser/with-browser.ts";
import { runJudge } from "../judges/verdict/judge.ts";
import type { EditionReport } from "../judges/verdict/finding.ts";
import { servedPlace, writtenAddress } from "../document/served-place.ts";
import { decodeStylesheet } from "../document/stylesheet-encoding.ts";
import { documentResourcesJudge } from "../judges/site/resources.ts";
import { countPages, type Log, type StageUpdate } from "../log.ts";
import type { JudgedPdf } from "../editions/pdf/make-judged-pdf.ts";
import type { MakePdfOptions } from "../editions/paged/make-pdf-options.ts";
import type { OutputFile } from "../files/output-file.ts";
import type * as conversionMaker from "./conversion-maker.ts";
import { withOptionHints } from "./conversion-hints.ts";
import { changeNotices, scriptNotice } from "./conversion-notices.ts";
import type { FontChoice } from "../fonts/font-choice.ts";
import type { UsedFont } from "../fonts/font-origins.ts";
import { genericFamilies, shippedFamilies } from "../fonts/shipped-families.ts";
import { readInput } from "../files/read-input.ts";
import { describeProgress } from "../paginate/layout-progress.ts";
import type { RepairName } from "../paginate/repair-names.ts";
import type { PrintSource } from "../paginate/paginated-document.ts";
import type { Repair } from "../paginate/paper-world.ts";
import type { WaitFor } from "../paginate/wait-for.ts";
import { TextLossError } from "../paginate/text-loss-error.ts";

export interface ConvertOptions extends Pick<
  MakePdfOptions,
  "date" | "producer" | "signal" | "amendments"
> {
  /** The file of HTML or XHTML. */
  readonly input: string;
  readonly output: OutputFile;
  /** Folders besides the document's own that it may read. */
  readonly allowedPaths: readonly string[];
  /** Stylesheets that come after the document's own. */
  readonly stylesheets: readonly string[];
  /** Page size as CSS has it, e.g. `A5` or `landscape`; the document's own where undefined. */
  readonly pageSize: string | undefined;
  readonly pageTimeoutMs: number | undefined;
  /** What is waited for before it is laid out, beside the network. */
  readonly waitFor: WaitFor | undefined;
  /** What is changed for paper where the document needs it. */
  readonly repairs: readonly RepairName[];
  /** Whether a PDF is written whose pages do not show every word; it claims nothing. */
  readonly allowsLoss: boolean;
  /** The fonts that it may be printed with beside its own. */
  readonly fonts: FontChoice;
  /** Where the shipped browser is unpacked. */
  readonly projectDir: string;
  readonly log: Log;
  /** Alternatives of pictures, as a person fills them in. */
  readonly list?: (PictureList & { readonly file: string }) | undefined;
}

export interface Converted {
  readonly file: string;
  readonly pageCount: number;
  /** Standards that the PDF claims. */
  readonly standards: readonly string[];
  /** What was changed for paper. */
  readonly repairs: readonly Repair[];
  /** What was taken for another thing, or set right: no faults. */
  readonly notices: readonly Notice[];
  /** The fonts that it is printed with. */
  readonly fonts: readonly UsedFont[];
  /** The judges of the claim, and the judge of what the document asked for and did not get. */
  readonly report: EditionReport;
}

/**
 * Nothing is written where the document cannot be laid out without a loss that nobody allows. A document
 * with faults, or whose judges did not all run, is written without the claim to a standard; the report
 * says why.
 * @throws PublicationError
 */
export async function convert(options: ConvertOptions): Promise<Converted> {
  const { input, output, log, signal, list } = options;
  const { urlPath, folder, roots } = servedPlace(input, options.allowedPaths);
  const [bytes, styles] = await Promise.all([
    readInput(input, "give the path of an HTML file", signal),
    readStylesheets(options, folder),
  ]);
  const made = await log.stage(path.basename(input), (update) =>
    make({ ...options, bytes, served: { urlPath, roots, styles } }, update),
  );
  signal.throwIfAborted();
  const document = gateOrigin + urlPath;
  const fileOf = (url: string): string =>
    url === "" || url === document
      ? input
      : path.join(path.dirname(input), writtenAddress(url, document));
  const resourcesJudge = documentResourcesJudge({
    addressOf: (url) => writtenAddress(url, document),
    placeOf: fileOf,
  });
  await output.write(made.bytes);
  const listed = (await list?.add(made.unnamed)) ?? [];
  return {
    file: output.name,
    pageCount: made.pageCount,
    standards: made.standards,
    repairs: made.repairs,
    notices: [
      ...made.scriptErrors.map((error) => scriptNotice(error, fileOf)),
      ...changeNotices(made.changes),
      ...made.notices,
      ...listed,
    ],
    fonts: made.fonts,
    report: {
      edition: "pdf",
      file: output.name,
      judges: [
        ...withOptionHints(made.judges, list?.file),
        await runJudge(resourcesJudge, made.refusals, { signal }),
      ],
    },
  };
}

interface Making extends ConvertOptions {
  readonly bytes: Uint8Array;
  readonly served: Pick<PrintSource, "urlPath" | "roots"> & {
    readonly styles: ReadonlyMap<string, ServedDocument>;
  };
}

async function make(making: Making, update: StageUpdate): Promise<JudgedPdf> {
  const { bytes, input, served, signal, projectDir, log, list } = making;
  const { urlPath, roots, styles } = served;
  const amendments = {
    ...making.amendments,
    ...(list && { alternatives: list.alternatives }),
  };
  // Where browsers have their fonts from the system alone, ours are never shipped to them.
  const shipped = hasFontconfig(process.platform) ? shippedFamilies() : undefined;
  const launching = {
    projectDir,
    signal,
    fonts: making.fonts,
    onNotice: (notice: string): void => {
      log.notice(notice);
    },
    onSpawned: (): void => {
      // The work below asks for it again, and fails where it cannot be loaded.
      loadMaker().catch(() => undefined);
    },
  };
  let finishing: Promise<JudgedPdf> | undefined;
  await withBrowser(launching, async ({ browser, stop }) => {
    const { finishPdf, printPdf, readDocument } = await loadMaker();
    const { text, contentType } = await readDocument(bytes, input, browser);
    const printed = await printPdf(
      {
        html: text,
        contentType,
        urlPath,
        roots,
        documents: styles,
        styles: [...styles.keys()],
        asBrowser: { language: making.amendments?.language },
        genericFamilies: shipped && genericFamilies(shipped),
      },
      {
        ...making,
        amendments,
        browser,
        shippedFamilies: shipped?.families ?? [],
        signal: stop.signal,
        onPage: (progress) => {
          update(describeProgress(progress));
        },
      },
    );
    update(countPages(printed.known.pageCount));
    // The browser is not needed any more, and ends meanwhile: what it holds is half of all memory.
    finishing = finishPdf(printed, input, making);
    finishing.catch(() => undefined);
  }).catch(nameWayOut);
  if (finishing === undefined) throw new RangeError("what is printed is finished");
  return finishing;
}

let maker: Promise<typeof conversionMaker> | undefined;

/** What makes the PDF is loaded while the browser starts. */
function loadMaker(): Promise<typeof conversionMaker> {
  return (maker ??= import("./conversion-maker.ts"));
}

function nameWayOut(error: unknown): never {
  if (!(error instanceof TextLossError)) throw error;
  throw new TextLossError(error.differences, "--allow-loss writes the PDF as it is");
}

/** Where the PDF goes unless a person says otherwise: beside the document, with its name. */
export function pdfFileOf(input: string): string {
  return input.replace(/(?:\.(?:x?html?|xht|xml))?$/i, ".pdf");
}

/** By URL path, in the document's folder, where their own addresses start from. */
async function readStylesheets(
  { stylesheets, pageSize, signal }: ConvertOptions,
  folder: string,
): Promise<ReadonlyMap<string, ServedDocument>> {
  const texts = await Promise.all(
    stylesheets.map(async (file) =>
      decodeStylesheet(await readInput(file, "give the path of a stylesheet", signal), file),
    ),
  );
  if (pageSize !== undefined) texts.push(`@page { size: ${pageSize} }`);
  return new Map(
    texts.map((body, index) => [
      `${folder}imprimatur-style-${index + 1}.css`,
      { body, contentType: "text/css; charset=utf-8" },
    ]),
  );
}
