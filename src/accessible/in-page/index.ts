/** What the accessible stage runs in the world that proves, as one bundle. */
export { anchorGraphics } from "./anchor-graphics.ts";
export { findChosen, readChosen, readPictures } from "./choose-pictures.ts";
export { dropScripts, readSheets } from "./laid-out-pages.ts";
export { readSourceTree } from "./read-source-tree.ts";
export { settleLanguage } from "./settle-language.ts";
export { showUnseen } from "./show-unseen.ts";
