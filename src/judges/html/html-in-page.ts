/** What the judges of web pages run in a world of the page, as one module. */
import { inPageModule } from "../../browser/in-page-module.ts";
import type * as exported from "./in-page/index.ts";

export const htmlInPage = inPageModule<typeof exported>(
  new URL("./in-page/index.ts", import.meta.url),
);
