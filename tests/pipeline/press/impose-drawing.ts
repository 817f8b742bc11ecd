/** Draws the pages of a PDF with pdf.js, which shares no code with what imposes them. */
import { createCanvas, DOMMatrix, Path2D } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Picture } from "./impose-marked-pages.ts";

export async function drawPdf(bytes: Uint8Array, dpi: number): Promise<readonly Picture[]> {
  // Code that only reads with pdf.js loads it without them.
  Object.assign(globalThis, { DOMMatrix, Path2D });
  // pdf.js takes the bytes for itself, and would leave none to the caller.
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    const document = await loading.promise;
    const pictures: Picture[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: dpi / 72 });
      const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
      const canvas = createCanvas(width, height);
      // pdf.js asks for a browser's canvas; this one has the same methods.
      await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
      const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
      pictures.push({ width, height, rgba: data });
    }
    return pictures;
  } finally {
    await loading.destroy();
  }
}
