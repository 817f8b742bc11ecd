/** Runs in the world that repairs. Pictures larger than the page become as large as it, in their shape. */
import { change } from "./changes.ts";
import { isHidden } from "./displayed-elements.ts";
import { areaAt, limitsOf } from "./limits.ts";

/** A picture stands on a line of a paragraph, which take a little of its page. */
const spare = 0.94;
const pictures = "img, svg, canvas, video, object, embed, iframe";

export function shrinkPictures(): void {
  for (const picture of document.body.querySelectorAll<HTMLElement | SVGElement>(pictures)) {
    const { parentElement: parent } = picture;
    if (parent === null || parent.closest(pictures) || isHidden(picture)) continue;
    const box = picture.getBoundingClientRect();
    const { left, right } = limitsOf(parent);
    const room = right - Math.max(left, Math.min(box.left, right - 1));
    const isTooWide = box.right > right + 1 || box.left < left - 1;
    const scale = Math.min(
      isTooWide ? (box.left < left ? right - left : room) / box.width : 1,
      (areaAt(picture).height * spare) / box.height,
    );
    if (
      !(scale < 1) ||
      (!isTooWide && box.height <= areaAt(picture).height) ||
      box.width === 0 ||
      box.height === 0
    )
      continue;
    if (picture instanceof SVGSVGElement && !picture.hasAttribute("viewBox")) {
      picture.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
    }
    change("pictures", picture, {
      "box-sizing": "border-box",
      width: `${box.width * scale}px`,
      height: `${box.height * scale}px`,
      "min-width": "0",
      "min-height": "0",
    });
  }
}
