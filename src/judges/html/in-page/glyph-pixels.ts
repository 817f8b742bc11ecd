/**
 * Runs in an isolated world of a page, whose canvas reads pictures. Input: pictures of some texts (as they
 * are, not at all, black and white) and where each text is on them; output: for each text, the colours
 * where its glyphs cover whole pixels.
 */

/** Red, green and blue, from 0 to 255. */
type Colour = readonly [number, number, number];

/** A rectangle of a picture, in its pixels. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface GlyphPixels {
  /** The text's and the background's colour, for each pixel that a glyph covers whole. */
  readonly pairs: readonly (readonly [text: Colour, background: Colour])[];
  /** Where there are no glyphs the pictures show the same. */
  readonly isSteady: boolean;
}

type Pixels = Uint8ClampedArray;

/** @param encoded four pictures of one size, as PNG in base64. */
export async function readGlyphPixels(
  encoded: readonly string[],
  boxes: readonly PictureBox[],
): Promise<readonly GlyphPixels[]> {
  const pictures = await Promise.all(encoded.map(decode));
  return boxes.map(({ x, y, width, height }) => {
    const pixels = pictures.map((picture) => picture.getImageData(x, y, width, height).data);
    const [shown, bare, black, white] = pixels;
    return shown && bare && black && white
      ? glyphPixelsOf(shown, bare, black, white)
      : { pairs: [], isSteady: true };
  });
}

async function decode(base64: string): Promise<OffscreenCanvasRenderingContext2D> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("the browser gave no canvas to read pixels with");
  context.drawImage(bitmap, 0, 0);
  return context;
}

function glyphPixelsOf(shown: Pixels, bare: Pixels, black: Pixels, white: Pixels): GlyphPixels {
  // Where black and white differ most, a glyph covers the whole pixel.
  const shares = new Int16Array(shown.length / 4);
  let whole = 0;
  let isSteady = true;
  for (let index = 0, at = 0; at < shown.length; index += 1, at += 4) {
    const share = leastDifference(black, white, at);
    shares[index] = share;
    whole = Math.max(whole, share);
    if (isSteady && isSameAt(black, white, at)) isSteady = isSameAt(shown, bare, at);
  }
  // Text that shines through (opacity) never reaches 255: whole is as much as it gets anywhere.
  if (whole < 16) return { pairs: [], isSteady };
  const covered: number[] = [];
  for (const [index, share] of shares.entries()) if (share >= whole - 1) covered.push(index * 4);
  // A few thousand pixels, evenly taken, say as much as a million.
  const step = Math.max(1, Math.floor(covered.length / 4000));
  return {
    isSteady,
    pairs: covered
      .filter((_, index) => index % step === 0)
      .map((at) => [colourAt(shown, at), colourAt(bare, at)] as const),
  };
}

/** By how much white is lighter than black, in the channel in which it is so least. */
function leastDifference(black: Pixels, white: Pixels, at: number): number {
  let least = 255;
  for (let channel = at; channel < at + 3; channel += 1) {
    least = Math.min(least, (white[channel] ?? 0) - (black[channel] ?? 0));
  }
  return least;
}

function isSameAt(one: Pixels, other: Pixels, at: number): boolean {
  return one[at] === other[at] && one[at + 1] === other[at + 1] && one[at + 2] === other[at + 2];
}

function colourAt(pixels: Pixels, at: number): Colour {
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
}
