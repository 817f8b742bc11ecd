/**
 * Files that no command can do anything with, each made of a sound one by one change, and what is
 * said of them. The sound one has four pages or more.
 */
import { PDFDocument, PDFName } from "@cantoo/pdf-lib";

export interface BrokenPdf {
  readonly what: string;
  readonly make: (sound: Uint8Array) => Promise<Uint8Array>;
  readonly message: string;
}

function changed(change: (document: PDFDocument) => void): BrokenPdf["make"] {
  return async (sound) => {
    const document = await PDFDocument.load(sound);
    change(document);
    return document.save({ addDefaultPage: false, useObjectStreams: false });
  };
}

/** The file ends before its fourth page. */
async function cutOff(sound: Uint8Array): Promise<Uint8Array> {
  const whole = await changed(() => undefined)(sound);
  const page = (await PDFDocument.load(whole)).getPage(3).ref.objectNumber;
  return whole.slice(0, Buffer.from(whole).toString("latin1").indexOf(`\n${page} 0 obj`));
}

export const brokenPdfs: readonly BrokenPdf[] = [
  {
    what: "encrypted",
    make: changed((document) => {
      document.encrypt({ userPassword: "", ownerPassword: "owner" });
    }),
    message: "The PDF is encrypted",
  },
  { what: "cut off", make: cutOff, message: "The PDF is damaged: it should have " },
  {
    what: "no PDF",
    make: () => Promise.resolve(Buffer.from("<html>")),
    message: "The file is not a PDF",
  },
  {
    what: "empty",
    make: () => Promise.resolve(new Uint8Array()),
    message: "The file is not a PDF",
  },
  {
    what: "without pages",
    make: changed((document) => {
      document.catalog.Pages().set(PDFName.of("Kids"), document.context.obj([]));
    }),
    message: "The PDF has no pages",
  },
  {
    what: "of unreadable content",
    make: changed((document) => {
      const broken = document.context.flateStream("0 0 m");
      broken.dict.set(PDFName.of("Filter"), PDFName.of("NoSuchDecode"));
      document.getPage(2).node.set(PDFName.of("Contents"), document.context.register(broken));
    }),
    message: "The content of page 3 cannot be read",
  },
  {
    what: "of pages without size",
    make: changed((document) => {
      document.getPage(1).setMediaBox(0, 0, 0, 100);
    }),
    message: "Page 2 has no size",
  },
];
