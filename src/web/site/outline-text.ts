/**
 * Text as outlines, so that a picture shows it alike on every machine, whatever fonts that has.
 * Input: a font file and texts. Output: widths, and SVG. HarfBuzz shapes: kerning, ligatures and
 * scripts that join their letters come out right. It breaks no lines.
 */
import { Blob, Buffer as ShapingBuffer, Face, Font, shape } from "harfbuzzjs";
import subsetFont from "subset-font";
import { xmlNode, type XmlNode } from "../../document/xml-text.ts";

/** One line of text as outlines. */
export interface OutlinedLine {
  /** In ems. */
  readonly width: number;
  /** How far the middle of the ink is above the base line, in ems. */
  readonly middle: number;
  /** The glyphs in SVG, for an em of 1 and the start of the base line at 0, 0. */
  readonly drawing: XmlNode;
}

export interface TextOutliner {
  /** Undefined where the font lacks a character. */
  readonly outline: (text: string) => OutlinedLine | undefined;
}

/** @param texts all that is to be outlined: the font is reduced to it, and unpacked (WOFF2). */
export async function openTextOutliner(
  fontFile: Uint8Array,
  texts: readonly string[],
): Promise<TextOutliner> {
  const data = await subsetFont(Buffer.from(fontFile), texts.join(""), {
    targetFormat: "truetype",
  });
  const face = new Face(new Blob(data));
  const font = new Font(face);
  return {
    outline: (text) => {
      const buffer = new ShapingBuffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      shape(font, buffer);
      const glyphs = buffer.getGlyphInfos();
      // Glyph 0 is the box that stands for what a font does not have.
      if (glyphs.some(({ codepoint }) => codepoint === 0)) return undefined;
      const positions = buffer.getGlyphPositions();
      let x = 0;
      const paths = glyphs.map(({ codepoint }, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
        const transform = `translate(${x + xOffset} ${yOffset})`;
        x += xAdvance;
        return xmlNode("path", { transform, d: font.glyphToPath(codepoint) });
      });
      const scale = 1 / face.upem;
      const extents = glyphs.flatMap(({ codepoint }) => font.glyphExtents(codepoint) ?? []);
      const top = Math.max(...extents.map(({ yBearing }) => yBearing));
      const bottom = Math.min(...extents.map(({ yBearing, height }) => yBearing + height));
      // Fonts count upwards, SVG downwards.
      return {
        width: x * scale,
        middle: ((top + bottom) / 2) * scale,
        drawing: xmlNode("g", { transform: `scale(${scale} ${-scale})` }, paths),
      };
    },
  };
}
