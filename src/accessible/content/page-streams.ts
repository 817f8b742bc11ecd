/**
 * The streams of a page and of its form XObjects. Input: an open document; output: content as a
 * Latin-1 string, and new content put in its place. ISO 32000-1 §7.8.2, §8.10.
 */
import {
  PDFArray,
  PDFName,
  PDFRawStream,
  type PDFContext,
  type PDFDict,
  type PDFPage,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { promisify } from "node:util";
import { deflate, deflateSync } from "node:zlib";
import { streamText } from "../../pdf/filters/stream-text.ts";

const compressed = promisify(deflate);

const names = {
  contents: PDFName.of("Contents"),
  filter: PDFName.of("Filter"),
  parameters: PDFName.of("DecodeParms"),
};

export function pageContent(context: PDFContext, page: PDFPage): string {
  const contents = page.node.lookup(names.contents);
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams.map((each) => streamText(context.lookup(each))).join("\n");
}

/** There when the promise is kept: pages are compressed on other threads. */
export async function replaceContent(
  context: PDFContext,
  page: PDFPage,
  content: string,
): Promise<void> {
  const ref = context.nextRef();
  page.node.set(names.contents, ref);
  const contents = await compressed(Buffer.from(content, "latin1"));
  context.assign(ref, PDFRawStream.of(context.obj({ Filter: "FlateDecode" }), contents));
}

/** At once: another page may paint it too. @returns the form's dictionary. */
export function replaceForm(context: PDFContext, form: PDFRef, content: string): PDFDict {
  const old = context.lookup(form);
  const dict = old instanceof PDFRawStream ? old.dict : context.obj({});
  dict.set(names.filter, PDFName.of("FlateDecode"));
  dict.delete(names.parameters);
  context.assign(form, PDFRawStream.of(dict, deflateSync(Buffer.from(content, "latin1"))));
  return dict;
}
