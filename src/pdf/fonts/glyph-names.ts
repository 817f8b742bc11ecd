/**
 * What the name of a glyph says that it reads as. Input: a name as a font's encoding has it, e.g.
 * `eacute`, `uni20AC`, `f_f_i`, `a.sc`; output: text, or undefined where the name says nothing.
 * ISO 32000-1 §9.10.2, which goes by the Adobe Glyph List: `glyph-list/glyphlist.txt`, with its
 * licence at its head.
 */
import { readFileSync } from "node:fs";

let list: ReadonlyMap<string, string> | undefined;

export function textOfGlyphName(name: string): string | undefined {
  const [base = ""] = name.split(".");
  const parts = base.split("_").map(textOfPart);
  return base === "" || parts.includes(undefined) ? undefined : parts.join("");
}

function textOfPart(name: string): string | undefined {
  const listed = glyphList().get(name);
  if (listed !== undefined) return listed;
  const units = /^uni((?:[\dA-F]{4})+)$/.exec(name)?.[1];
  if (units !== undefined) return textOfCodes(units.match(/.{4}/g) ?? []);
  const point = /^u([\dA-F]{4,6})$/.exec(name)?.[1];
  return point === undefined || parseInt(point, 16) > 0x10ffff ? undefined : textOfCodes([point]);
}

/** Read when it is first asked for: most files need none of it. */
function glyphList(): ReadonlyMap<string, string> {
  list ??= new Map(
    readFileSync(new URL("glyph-list/glyphlist.txt", import.meta.url), "latin1")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const [name = "", codes = ""] = line.split(";");
        return [name, textOfCodes(codes.split(" "))] as const;
      }),
  );
  return list;
}

function textOfCodes(codes: readonly string[]): string {
  return String.fromCodePoint(...codes.map((code) => parseInt(code, 16)));
}
