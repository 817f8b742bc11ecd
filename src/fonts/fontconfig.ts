/**
 * The configuration by which fontconfig finds fonts for the browser (fonts-conf(5)). Input: folders,
 * in the order of precedence, and what stands for what; output: the text of the file.
 */
import { XML_DECLARATION, xmlNode, xmlText, type XmlNode } from "../document/xml-text.ts";
import { SANS, standIns, type ShippedFamilies } from "./shipped-families.ts";

export interface FontconfigOptions {
  readonly shipped: ShippedFamilies;
  /** Folders with further fonts, which are found by their names, and for letters that ours lack. */
  readonly installedFolders: readonly string[];
  /** Where fontconfig keeps what it has read of fonts; it goes without where it cannot write there. */
  readonly cacheDir: string;
}

export function formatFontconfig(options: FontconfigOptions): string {
  const { shipped, installedFolders, cacheDir } = options;
  const folders = [...shipped.folders, ...installedFolders];
  const root = xmlNode("fontconfig", {}, [
    ...folders.map((folder) => xmlNode("dir", {}, [folder])),
    xmlNode("cachedir", {}, [cacheDir]),
    ...[...standIns].map(([name, family]) => standIn(name, family)),
    lastResorts(shipped.families),
  ]);
  return `${XML_DECLARATION}${xmlText(root)}\n`;
}

/**
 * Before the name and weaker than it: a font of that name is taken where there is one. Chromium takes
 * a font of another name only where that stands first.
 */
function standIn(name: string, family: string): XmlNode {
  return xmlNode("match", { target: "pattern" }, [
    xmlNode("test", { name: "family" }, [xmlNode("string", {}, [name])]),
    editFamilies("prepend", [family]),
  ]);
}

/** Ours come before those of the machine, so that pages differ least from machine to machine. */
function lastResorts(families: readonly string[]): XmlNode {
  const all = [...new Set([SANS, ...families])];
  return xmlNode("match", { target: "pattern" }, [editFamilies("append_last", all)]);
}

function editFamilies(mode: "prepend" | "append_last", families: readonly string[]): XmlNode {
  return xmlNode(
    "edit",
    { name: "family", mode, binding: "weak" },
    families.map((family) => xmlNode("string", {}, [family])),
  );
}
