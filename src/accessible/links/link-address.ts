/**
 * Where a link of the document leads once it is a PDF. The browser resolves addresses against the
 * place that the document was served from while it was made, which is nowhere. Pure.
 */
import path from "node:path";

/**
 * The address relative to the document, percent-encoded, for what lies beside it; "" for the
 * document itself; undefined for an address that is good as it is.
 */
export function relativeAddress(uri: string, document: string): string | undefined {
  if (!URL.canParse(uri) || !URL.canParse(document)) return undefined;
  const target = new URL(uri);
  const base = new URL(document);
  if (target.origin !== base.origin || target.origin === "null") return undefined;
  if (target.pathname === base.pathname && target.search === base.search) return target.hash;
  const from = path.posix.dirname(base.pathname);
  const to = path.posix.relative(from, target.pathname);
  const folder = target.pathname.endsWith("/") && to !== "" ? "/" : "";
  return `${to === "" ? "./" : to}${folder}${target.search}${target.hash}`;
}
