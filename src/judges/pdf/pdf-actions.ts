/**
 * What in a PDF acts when it is opened or touched: scripts, programs that it starts, forms that it
 * sends. Input: its bytes; output: what was found, with the keys that lead there. Links and jumps
 * within the file are no actions of this kind. ISO 32000-1 §12.6.
 */
import { PublicationError } from "../../errors.ts";
import { openPdf } from "../../pdf/objects/open-pdf.ts";
import { reachableDicts } from "../../pdf/objects/reachable-dicts.ts";

export interface PdfAction {
  readonly rule: "pdf-action" | "unreadable";
  /** Empty for the file as a whole. */
  readonly where: string;
  readonly message: string;
}

/** ISO 32000-1 table 198, and RichMediaExecute of ISO 32000-2. */
const ACTING: ReadonlySet<string> = new Set(
  (
    "JavaScript Launch SubmitForm ResetForm ImportData Rendition Movie Sound GoTo3DView " +
    "RichMediaExecute"
  ).split(" "),
);
/** Keys at which an action lies; at others the name may be that of a structure element. */
const ACTION_PLACE = / (?:A|OpenAction|Next|PA|AA \S+)$/u;

export async function findPdfActions(bytes: Uint8Array): Promise<readonly PdfAction[]> {
  try {
    return [...actionsIn(await openPdf(bytes))];
  } catch (error) {
    if (!(error instanceof PublicationError)) throw error;
    return [{ rule: "unreadable", where: "", message: error.message }];
  }
}

function* actionsIn(pdf: Awaited<ReturnType<typeof openPdf>>): Generator<PdfAction> {
  const { objects } = pdf;
  for (const { dict, where } of reachableDicts(pdf)) {
    const kind = objects.name(objects.get(dict, "S")) ?? "";
    const isAction =
      ACTION_PLACE.test(where) ||
      objects.name(objects.get(dict, "Type")) === "Action" ||
      objects.get(dict, "JS") !== undefined;
    if (isAction && ACTING.has(kind)) {
      yield { rule: "pdf-action", where, message: `The PDF holds an action of the kind ${kind}.` };
    }
    const address = isAction && kind === "URI" ? objects.text(objects.get(dict, "URI")) : undefined;
    if (address !== undefined && URL.parse(address)?.protocol === "javascript:") {
      yield { rule: "pdf-action", where, message: "A link of the PDF is a script." };
    }
    if (objects.get(dict, "XFA") !== undefined) {
      yield { rule: "pdf-action", where, message: "The PDF makes its pages anew by a form (XFA)." };
    }
  }
}
