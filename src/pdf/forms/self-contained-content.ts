/**
 * A page's content as one stream that can be painted inside another. Input: a page; output: its
 * content streams joined, with as many `Q` as `q`: what a page leaves open, or closes too often, is
 * nothing there, but would change the sheet around it (ISO 32000-1 §8.4.2). All else is as written.
 */
import { PublicationError } from "../../errors.ts";
import { OperationReader } from "../content/operations.ts";
import { pageContent } from "../content/page-content.ts";
import type { PdfDocument } from "../objects/open-pdf.ts";

/**
 * @param index the page, counted from 0.
 * @throws PublicationError `pdf-damaged` where a stream cannot be decoded.
 */
export function selfContainedContent(pdf: PdfDocument, index: number): Uint8Array {
  const { bytes, isWhole } = pageContent(pdf.objects, pdf.pages[index]?.dict);
  if (!isWhole) {
    throw new PublicationError("pdf-damaged", `The content of page ${index + 1} cannot be read.`, {
      hint: "make the file again with the program that it comes from",
    });
  }
  return balanced(bytes);
}

function balanced(content: Buffer): Uint8Array {
  const kept: Uint8Array[] = [];
  let keptTo = 0;
  let open = 0;
  for (const { operator, start, end } of new OperationReader(content)) {
    if (operator === "q") open += 1;
    else if (operator === "Q" && open > 0) open -= 1;
    else if (operator === "Q") {
      kept.push(content.subarray(keptTo, start));
      keptTo = end;
    }
  }
  kept.push(content.subarray(keptTo), Buffer.from("Q\n".repeat(open)));
  return Buffer.concat(kept);
}
