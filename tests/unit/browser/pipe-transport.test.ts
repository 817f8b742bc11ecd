import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import type { ConnectionTransport } from "puppeteer";
import { openPipeTransport } from "../../../src/browser/pipe-transport.ts";

let toBrowser: PassThrough;
let fromBrowser: PassThrough;
let transport: ConnectionTransport;
let heard: string[];

beforeEach(() => {
  toBrowser = new PassThrough();
  fromBrowser = new PassThrough();
  transport = openPipeTransport(toBrowser, fromBrowser);
  heard = [];
  transport.onmessage = (message) => heard.push(message);
  transport.onclose = () => heard.push("(closed)");
});

test("a message ends with a zero byte", () => {
  transport.send("été");
  expect(String(toBrowser.read())).toBe("été\0");
});

test("messages are put together from parts, also within a character", async () => {
  const bytes = Buffer.from("première\0deuxième\0");
  const within = bytes.indexOf("è") + 1;
  for (const part of [bytes.subarray(0, 2), bytes.subarray(2, within), bytes.subarray(within)]) {
    fromBrowser.write(part);
  }
  await expect.poll(() => heard).toEqual(["première", "deuxième"]);
});

test("the end is heard after the last message", async () => {
  fromBrowser.end("last\0never ended");
  await expect.poll(() => heard).toEqual(["last", "(closed)"]);
});

test("what is sent to a browser that has gone is no error of its own", async () => {
  toBrowser.destroy(new Error("EPIPE"));
  transport.send("anything");
  fromBrowser.destroy();
  await expect.poll(() => heard).toEqual(["(closed)"]);
});

test("who comes when the browser has gone already hears so", async () => {
  const late = openPipeTransport(toBrowser, fromBrowser);
  fromBrowser.destroy();
  await once(fromBrowser, "close");
  await nextTurn();
  late.onclose = () => heard.push("(closed, late)");
  late.send("anything");
  await expect.poll(() => heard).toEqual(["(closed)", "(closed, late)"]);
});
