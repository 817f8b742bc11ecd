/**
 * What a font file says of itself: which characters it has glyphs for, its PostScript name and the
 * measures that line up another font with it. Input: the bytes of a TrueType or OpenType file;
 * output: a readonly value. It reads no outlines and changes nothing.
 *
 * An own reader of a few small tables (OpenType 1.9: cmap, head, hhea, hmtx, name, post), because the
 * libraries at hand that know them are only dependencies of our dependencies.
 */

export interface FontFile {
  /** Code points that the font's cmap leads to a glyph. */
  readonly characters: ReadonlySet<number>;
  /** Name table, id 6: the name that a PDF gives the font. */
  readonly postScriptName: string | undefined;
  /** It has a table MATH: its signs grow, and it is for formulas. */
  readonly isForFormulas: boolean;
  /** All its letters are as wide as each other (table post). */
  readonly isMonospaced: boolean;
  readonly unitsPerEm: number;
  /** Of hhea, in font units; the descender is negative. */
  readonly ascender: number;
  readonly descender: number;
  readonly lineGap: number;
  /** Width of a character in font units; undefined where there is no glyph. */
  advanceOf(codePoint: number): number | undefined;
}

/** @throws RangeError where the bytes are no such file, or are cut short. */
export function readFontFile(bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = view.getUint32(0);
  // 0x00010000, "OTTO" and "true".
  if (![0x00010000, 0x4f54544f, 0x74727565].includes(signature)) {
    throw new RangeError("the file is no TrueType or OpenType font");
  }
  const tables = readDirectory(view);
  const table = (tag: string): DataView => {
    const found = tables.get(tag);
    if (found === undefined) throw new RangeError(`the font has no table ${tag}`);
    return found;
  };
  const glyphs = readCharacterMap(table("cmap"));
  const hhea = table("hhea");
  const hmtx = table("hmtx");
  const longMetrics = hhea.getUint16(34);
  const names = tables.get("name");
  return {
    characters: new Set(glyphs.keys()),
    postScriptName: names === undefined ? undefined : readPostScriptName(names),
    isForFormulas: tables.has("MATH"),
    isMonospaced: (tables.get("post")?.getUint32(12) ?? 0) !== 0,
    unitsPerEm: table("head").getUint16(18),
    ascender: hhea.getInt16(4),
    descender: hhea.getInt16(6),
    lineGap: hhea.getInt16(8),
    advanceOf: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      return glyph === undefined ? undefined : hmtx.getUint16(Math.min(glyph, longMetrics - 1) * 4);
    },
  };
}

function readDirectory(view: DataView): ReadonlyMap<string, DataView> {
  const tables = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    const start = view.byteOffset + view.getUint32(record + 8);
    tables.set(tag, new DataView(view.buffer, start, view.getUint32(record + 12)));
  }
  return tables;
}

/** Glyphs by code point, from the Unicode subtables of formats 4 and 12; glyph 0 is none. */
function readCharacterMap(cmap: DataView): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const record = 4 + index * 8;
    const [platform, encoding] = [cmap.getUint16(record), cmap.getUint16(record + 2)];
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (!isUnicode) continue;
    const start = cmap.byteOffset + cmap.getUint32(record + 4);
    const subtable = new DataView(cmap.buffer, start);
    const format = subtable.getUint16(0);
    if (format === 4) readSegments(subtable, glyphs);
    if (format === 12) readGroups(subtable, glyphs);
  }
  return glyphs;
}

/** Format 4: segments of the Basic Multilingual Plane. */
function readSegments(table: DataView, glyphs: Map<number, number>): void {
  const doubled = table.getUint16(6);
  const [ends, starts] = [14, 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  for (let segment = 0; segment < doubled; segment += 2) {
    const first = table.getUint16(starts + segment);
    const last = table.getUint16(ends + segment);
    const delta = table.getUint16(deltas + segment);
    const offset = table.getUint16(offsets + segment);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const listed =
        offset === 0 ? code : table.getUint16(offsets + segment + offset + (code - first) * 2);
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

/** Format 12: groups of any plane. */
function readGroups(table: DataView, glyphs: Map<number, number>): void {
  for (let group = 0; group < table.getUint32(12); group += 1) {
    const record = 16 + group * 12;
    const first = table.getUint32(record);
    const last = Math.min(table.getUint32(record + 4), 0x10ffff);
    for (let code = first; code <= last; code += 1) {
      const glyph = table.getUint32(record + 8) + code - first;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readPostScriptName(names: DataView): string | undefined {
  const storage = names.getUint16(4);
  for (let index = 0; index < names.getUint16(2); index += 1) {
    const record = 6 + index * 12;
    if (names.getUint16(record + 6) !== 6) continue;
    const isWide = names.getUint16(record) !== 1;
    const start = names.byteOffset + storage + names.getUint16(record + 10);
    const text = new Uint8Array(names.buffer, start, names.getUint16(record + 8));
    return new TextDecoder(isWide ? "utf-16be" : "latin1").decode(text);
  }
  return undefined;
}
