/**
 * Prints a document with the browser alone: `node print-with-browser.ts FILE OUTPUT`. A program of its
 * own, which loads nothing of the project.
 */
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer";

const [file = "", output = ""] = process.argv.slice(2);
const browser = await puppeteer.launch({
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  pipe: true,
});
const page = await browser.newPage();
await page.goto(pathToFileURL(file).href, { timeout: 0 });
await page.pdf({
  path: output,
  format: "A4",
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: 0,
});
await browser.close();
