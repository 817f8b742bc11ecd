/**
 * The DevTools protocol over two pipes: each message ends with a zero byte (Chromium's
 * `--remote-debugging-pipe`). No port is open that another program, or a page, could find.
 */
import type { Readable, Writable } from "node:stream";
import type { ConnectionTransport } from "puppeteer";

const messageEnd = 0;

export function openPipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  let hasClosed = false;
  const sayClosed = (): void => {
    setImmediate(() => transport.onclose?.());
  };
  const transport: ConnectionTransport = {
    send: (message) => {
      // The browser may have gone before anyone was there to hear of it, and would never answer.
      if (hasClosed) sayClosed();
      else toBrowser.write(`${message}\0`);
    },
    close: () => {
      toBrowser.end();
    },
  };
  // A message may come in many parts, and its characters be cut between them.
  let parts: Buffer[] = [];
  fromBrowser.on("data", (data: Buffer) => {
    let start = 0;
    for (let end; (end = data.indexOf(messageEnd, start)) !== -1; start = end + 1) {
      parts.push(data.subarray(start, end));
      const message = Buffer.concat(parts).toString("utf8");
      parts = [];
      // What awaits the answer goes on before the next message is heard.
      setImmediate(() => transport.onmessage?.(message));
    }
    if (start < data.length) parts.push(data.subarray(start));
  });
  // After the last message.
  fromBrowser.once("close", () => {
    hasClosed = true;
    sayClosed();
  });
  // A browser that has gone ends both; that they are closed says so.
  toBrowser.on("error", () => undefined);
  fromBrowser.on("error", () => undefined);
  return transport;
}
