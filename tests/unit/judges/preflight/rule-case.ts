/** A rule of preflight with a file that breaks it and one that is near to that and does not. */
import type { PressDemands } from "../../../../src/judges/press/preflight.ts";
import type { PressChange, PressFile } from "../../../fixtures/pdf/press-pdf.ts";
import type { Literal } from "../../../fixtures/pdf/tagged-pdf.ts";
import { PDFName, PDFString, type PDFDict } from "@cantoo/pdf-lib";

export interface RuleCase {
  readonly rule: string;
  readonly bad: PressChange;
  readonly good: PressChange;
  readonly demands?: Partial<PressDemands>;
  /** Rules that the bad file breaks as well, of necessity. */
  readonly also?: readonly string[];
  /** What stands in the message or the place. */
  readonly says?: RegExp;
}

/** Sets an entry; undefined takes it out. */
export function setEntry(
  file: PressFile,
  dict: PDFDict | undefined,
  key: string,
  value: Literal | undefined,
): void {
  if (value === undefined) dict?.delete(PDFName.of(key));
  else dict?.set(PDFName.of(key), file.obj(value));
}

/** A change of an entry of the first page. */
export function onPage(key: string, value: Literal | undefined): PressChange {
  return {
    mend: (file) => {
      setEntry(file, file.pages[0], key, value);
    },
  };
}

/** A change of an entry of the catalog. */
export function onCatalog(
  key: string,
  value: Literal | ((file: PressFile) => Literal),
): PressChange {
  return {
    mend: (file) => {
      setEntry(file, file.catalog, key, typeof value === "function" ? value(file) : value);
    },
  };
}

export const text = (value: string): PDFString => PDFString.of(value);
