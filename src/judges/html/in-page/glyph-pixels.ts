/**
 * Runs in an isolated world of a page, whose canvas reads pictures. Input: pictures of one text (as it is,
 * not at all, black and white); output: the colours where glyphs cover whole pixels.
 */

/** Red, green and blue, from 0 to 255. */
type Colour = readonly [number, number, number];

async function decode(base64: string): Promise<Uint8ClampedArray> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  if (context === null) throw new Error("the browser gave no canvas to read pixels with");
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
}

function colourAt(pixels: Uint8ClampedArray, at: number): Colour {
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
}

export interface GlyphPixels {
  /** The text's and the background's colour, for each pixel that a glyph covers whole. */
  readonly pairs: readonly (readonly [text: Colour, background: Colour])[];
  /** Where there are no glyphs the pictures show the same. */
  readonly isSteady: boolean;
}

function isSameColour(one: Colour, other: Colour): boolean {
  return one.every((value, i) => value === other[i]);
}

/** @param encoded four pictures of one size, as PNG in base64. */
export async function readGlyphPixels(encoded: readonly string[]): Promise<GlyphPixels> {
  const [shown, bare, black, white] = await Promise.all(encoded.map(decode));
  if (shown === undefined || bare === undefined || black === undefined || white === undefined) {
    return { pairs: [], isSteady: true };
  }
  const coverage: { readonly at: number; readonly share: number }[] = [];
  let isSteady = true;
  for (let at = 0; at < shown.length; at += 4) {
    const [dark, light] = [colourAt(black, at), colourAt(white, at)];
    coverage.push({ at, share: Math.min(...light.map((value, i) => value - (dark[i] ?? 0))) });
    if (isSteady && isSameColour(dark, light)) {
      isSteady = isSameColour(colourAt(shown, at), colourAt(bare, at));
    }
  }
  // Text that shines through (opacity) never reaches 255: whole is as much as it gets anywhere.
  const whole = coverage.reduce((most, { share }) => Math.max(most, share), 0);
  if (whole < 16) return { pairs: [], isSteady };
  const covered = coverage.filter(({ share }) => share >= whole - 1).map(({ at }) => at);
  // A few thousand pixels, evenly taken, say as much as a million.
  const step = Math.max(1, Math.floor(covered.length / 4000));
  return {
    isSteady,
    pairs: covered
      .filter((_, index) => index % step === 0)
      .map((at) => [colourAt(shown, at), colourAt(bare, at)] as const),
  };
}
