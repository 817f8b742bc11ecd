/** A program that watches a page whose browser has gone without a word, and asks why. */
import { EventEmitter } from "node:events";
import type { CDPSession, Page } from "puppeteer";
import { watchPage } from "../../src/paginate/page-watch.ts";

const session = Object.assign(new EventEmitter(), { send: () => Promise.resolve() });
const page = new EventEmitter();
const { reason } = await watchPage(page as unknown as Page, session as unknown as CDPSession);
process.stdout.write(`${(await reason())?.message ?? "nothing known"}\n`);
