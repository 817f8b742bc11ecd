/**
 * A speech server that keeps what it is given instead of saying it. Screen readers on Linux speak
 * to Speech Dispatcher in its protocol, SSIP, over a socket; this is the other end of that socket.
 * Input: the path of the socket. Output: each utterance as text, in order.
 *
 * It answers as Speech Dispatcher 0.11 does, as far as Orca asks. Orca sends the next sentence of a
 * long reading when the one before is reported as said, which takes time, as with a voice: the
 * program that shows the document must be able to follow.
 */
import { once } from "node:events";
import { createServer, type Socket } from "node:net";

export interface SpeechServer extends AsyncDisposable {
  readonly socketPath: string;
  /** What was said so far, oldest first, without its SSML. */
  readonly spoken: readonly string[];
  /** When something was last said, by `performance.now()`; when the server opened at first. */
  readonly lastSpokenMs: number;
}

/** Some fifty times as fast as a voice. */
const CHARACTER_MS = 1;
const LEAST_UTTERANCE_MS = 20;
/** Orca sends sentences; a reader that sends more than this without an end is not understood. */
const MAX_BUFFER = 4 * 1024 * 1024;
const END_OF_LINE = "\r\n";
const END_OF_TEXT = "\r\n.\r\n";

export async function openSpeechServer(socketPath: string): Promise<SpeechServer> {
  const spoken: string[] = [];
  const sockets = new Set<Socket>();
  let lastSpokenMs = performance.now();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A reader that is ended while it speaks is no fault of the server.
    socket.on("error", () => socket.destroy());
    serveReader(socket, (text) => {
      lastSpokenMs = performance.now();
      if (text.trim() !== "") spoken.push(text);
    });
  });
  server.listen(socketPath);
  await once(server, "listening");
  return {
    socketPath,
    spoken,
    get lastSpokenMs() {
      return lastSpokenMs;
    },
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function serveReader(socket: Socket, onSpoken: (text: string) => void): void {
  let buffer = "";
  let isReceivingText = false;
  let messages = 0;
  const send = (...lines: readonly string[]): void => {
    if (socket.writable) socket.write(lines.map((line) => line + END_OF_LINE).join(""));
  };
  const say = (text: string): void => {
    messages += 1;
    const message = messages;
    send(`225-${message}`, "225 OK MESSAGE QUEUED");
    onSpoken(text);
    send(`701-${message}`, "701-1", "701 BEGIN");
    setTimeout(
      () => {
        send(`702-${message}`, "702-1", "702 END");
      },
      Math.max(LEAST_UTTERANCE_MS, text.length * CHARACTER_MS),
    );
  };
  /** Takes what `end` closes out of the buffer; undefined where it has not come yet. */
  const take = (end: string): string | undefined => {
    const index = buffer.indexOf(end);
    if (index === -1) return undefined;
    const taken = buffer.slice(0, index);
    buffer = buffer.slice(index + end.length);
    return taken;
  };
  socket.setEncoding("utf8");
  socket.on("data", (data: string) => {
    buffer += data;
    if (buffer.length > MAX_BUFFER) socket.destroy();
    for (;;) {
      const taken = take(isReceivingText ? END_OF_TEXT : END_OF_LINE);
      if (taken === undefined) return;
      if (isReceivingText) {
        isReceivingText = false;
        // A line that begins with a dot has one more on its way.
        say(readSsml(taken.replace(/^\.\./gm, ".")));
        continue;
      }
      const [command = "", ...words] = taken.split(" ");
      if (NAMED.has(command)) say(words.join(" "));
      else send(...answer(command, words));
      isReceivingText = command === "SPEAK";
      if (command === "QUIT") socket.end();
    }
  });
}

/** Commands that say a letter or a key by its name, or play a sound by it. */
const NAMED: ReadonlySet<string> = new Set(["CHAR", "KEY", "SOUND_ICON"]);

function answer(command: string, [what]: readonly string[]): readonly string[] {
  switch (command) {
    case "SPEAK":
      return ["230 OK RECEIVING DATA"];
    case "HISTORY":
      return ["245-1", "245 OK CLIENT ID SENT"];
    case "LIST":
      return what === "OUTPUT_MODULES"
        ? ["250-transcript", "250 OK MODULE LIST SENT"]
        : ["249-transcript\tfr\tnone", "249 OK VOICE LIST SENT"];
    case "GET":
      return ["251-0", "251 OK GET RETURNED"];
    case "QUIT":
      return ["231 HAPPY HACKING"];
    default:
      return ["200 OK"];
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/** The text of an SSML utterance: no marks, no entities. */
function readSsml(ssml: string): string {
  return ssml
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi,
      (reference, hex, decimal, name) => {
        const code = readCode(hex, 16) ?? readCode(decimal, 10);
        if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
        return ENTITIES[String(name)] ?? reference;
      },
    );
}

function readCode(digits: unknown, base: number): number | undefined {
  return typeof digits === "string" ? Number.parseInt(digits, base) : undefined;
}
