/**
 * A folder served as an ordinary static host serves it, on this machine only: compressed, cached,
 * with a page of its own for addresses that lead nowhere. It counts what it sends.
 */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { contentTypeOf } from "../../src/browser/content-types.ts";

export interface StaticHost extends AsyncDisposable {
  /** With / at its end. */
  readonly url: string;
  /** Bytes of each answer's body as they were sent, by the path that was asked for. */
  readonly sent: ReadonlyMap<string, number>;
}

const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:json|xml|manifest))/;

export async function openStaticHost(
  dir: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<StaticHost> {
  const sent = new Map<string, number>();
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
      const found = await readWithin(
        dir,
        pathname.endsWith("/") ? `${pathname}index.html` : pathname,
      );
      const { name, bytes } = found ?? {
        name: "404.html",
        bytes: (await readWithin(dir, "/404.html"))?.bytes ?? Buffer.from("not found"),
      };
      const type = contentTypeOf(name);
      const { body, encoding } = compress(bytes, type, request);
      sent.set(pathname, body.byteLength);
      response.writeHead(found === undefined ? 404 : 200, {
        ...headers,
        "content-type": type,
        "content-length": body.byteLength,
        "cache-control": type.startsWith("text/html") ? "no-cache" : "public, max-age=31536000",
        vary: "accept-encoding",
        ...(encoding !== undefined && { "content-encoding": encoding }),
      });
      response.end(body);
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    sent,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function readWithin(
  dir: string,
  pathname: string,
): Promise<{ readonly name: string; readonly bytes: Buffer } | undefined> {
  // An address is resolved against the root before it gets here: it holds no way up.
  const name = path.join(dir, decodeURIComponent(pathname));
  const bytes = await readFile(name).catch(() => undefined);
  return bytes && { name, bytes };
}

function compress(
  bytes: Buffer,
  type: string,
  request: IncomingMessage,
): { readonly body: Buffer; readonly encoding: string | undefined } {
  const accepted = request.headers["accept-encoding"] ?? "";
  if (COMPRESSIBLE.test(type) && /\bbr\b/.test(accepted)) {
    return { body: brotliCompressSync(bytes), encoding: "br" };
  }
  if (COMPRESSIBLE.test(type) && /\bgzip\b/.test(accepted)) {
    return { body: gzipSync(bytes), encoding: "gzip" };
  }
  return { body: bytes, encoding: undefined };
}
