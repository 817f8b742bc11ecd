/** Which pictures a page shows. Input: its HTML; output: the addresses of its `img`, each once. */
import { defaultTreeAdapter as adapter, parse, type DefaultTreeAdapterTypes } from "parse5";

export function addressesOfPictures(html: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open: DefaultTreeAdapterTypes.ParentNode[] = [parse(html)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const child of node.childNodes) {
      if (!adapter.isElementNode(child)) continue;
      open.push(child);
      if (child.tagName !== "img") continue;
      const address = child.attrs.find(({ name }) => name === "src")?.value ?? "";
      if (address !== "") found.add(address);
    }
  }
  return found;
}
