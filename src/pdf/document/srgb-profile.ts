/**
 * The sRGB colour space as a small ICC profile, made from the numbers of IEC 61966-2-1: an
 * OutputIntent needs one, and so no profile of anybody else's has to be shipped. Output: an ICC
 * version 2 matrix profile, always the same bytes.
 */

/** Chromatically adapted to D50, as the profile connection space wants them. */
const primaries = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;
const whitePoint = [0.9505, 1, 1.0891] as const;
const connectionWhite = [0.9642, 1, 0.8249] as const;
const curvePoints = 1024;

export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: readonly (readonly [string, Buffer])[] = [
    ["desc", description("sRGB IEC61966-2.1")],
    ["cprt", Buffer.concat([Buffer.from("text\0\0\0\0", "latin1"), Buffer.from("CC0 1.0\0")])],
    ["wtpt", xyz(whitePoint)],
    ["rXYZ", xyz(primaries.rXYZ)],
    ["gXYZ", xyz(primaries.gXYZ)],
    ["bXYZ", xyz(primaries.bXYZ)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  const offsets = new Map<Buffer, number>();
  let offset = 128 + table.length;
  for (const [index, [name, body]] of tags.entries()) {
    let at = offsets.get(body);
    if (at === undefined) {
      at = offset;
      offsets.set(body, at);
      const padded = Buffer.alloc(Math.ceil(body.length / 4) * 4);
      body.copy(padded);
      bodies.push(padded);
      offset += padded.length;
    }
    table.write(name, 4 + index * 12, "latin1");
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(body.length, 12 + index * 12);
  }
  return new Uint8Array(Buffer.concat([header(offset), table, ...bodies]));
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  // 1 January 2020: the date has to be one, and the same every time.
  for (const [index, part] of [2020, 1, 1, 0, 0, 0].entries())
    bytes.writeUInt16BE(part, 24 + index * 2);
  bytes.write("acsp", 36, "latin1");
  xyzNumbers(connectionWhite).copy(bytes, 68);
  return bytes;
}

function toneCurve(): Buffer {
  const bytes = Buffer.alloc(12 + curvePoints * 2);
  bytes.write("curv", 0, "latin1");
  bytes.writeUInt32BE(curvePoints, 8);
  for (let index = 0; index < curvePoints; index++) {
    const value = index / (curvePoints - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(linear * 65535), 12 + index * 2);
  }
  return bytes;
}

function xyz(values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from("XYZ \0\0\0\0", "latin1"), xyzNumbers(values)]);
}

function xyzNumbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(12);
  for (const [index, value] of values.entries()) {
    bytes.writeInt32BE(Math.round(value * 65536), index * 4);
  }
  return bytes;
}

function description(text: string): Buffer {
  const bytes = Buffer.alloc(12 + text.length + 1 + 8 + 3 + 67);
  bytes.write("desc", 0, "latin1");
  bytes.writeUInt32BE(text.length + 1, 8);
  bytes.write(text, 12, "latin1");
  return bytes;
}
