/**
 * Writes to what is there and stays: a device, a named pipe, a socket, a file that is open already.
 * Input: where, and bytes; output: nothing. A reader is waited for as long as the run goes on.
 */
import { constants, open as openByCallback, write } from "node:fs";
import { open } from "node:fs/promises";
import { connect, Socket } from "node:net";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { untilAborted } from "../async/until-aborted.ts";
import type { OutputPlace } from "./output-place.ts";

export type StandingPlace = Extract<
  OutputPlace,
  { readonly kind: "device" | "pipe" | "socket" | "descriptor" }
>;

const RETRY_MS = 100;
const openFile = promisify(openByCallback);
const writePart = promisify(write);

/** @throws what the system says, and the reason of `signal`. */
export async function sendTo(
  place: StandingPlace,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<void> {
  switch (place.kind) {
    case "socket":
      return sendThrough(connect(place.file), bytes, signal);
    case "pipe":
      return sendThrough(streamOf(await openPipe(place.file, signal)), bytes, signal);
    case "device":
      return untilAborted(writeDevice(place.file, bytes), signal);
    case "descriptor":
      return place.stats.isFIFO() || place.stats.isSocket()
        ? sendThrough(streamOf(place.fd), bytes, signal)
        : untilAborted(writeAll(place.fd, bytes), signal);
  }
}

async function sendThrough(
  stream: Writable,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<void> {
  try {
    await pipeline(Readable.from([bytes]), stream, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

/** Closes the descriptor when it ends. */
function streamOf(fd: number): Socket {
  return new Socket({ fd, readable: false, writable: true });
}

/** A pipe without a reader cannot be opened without being waited for, which nothing could stop. */
async function openPipe(file: string, signal: AbortSignal): Promise<number> {
  for (;;) {
    signal.throwIfAborted();
    try {
      return await openFile(file, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENXIO") throw error;
    }
    await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function writeDevice(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, constants.O_WRONLY | constants.O_NOCTTY);
  try {
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
}

/** From where the file stands now: whoever opened it may have written to it, or wants to add to it. */
async function writeAll(fd: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await writePart(fd, bytes, at, bytes.length - at, null);
    at += bytesWritten;
  }
}
