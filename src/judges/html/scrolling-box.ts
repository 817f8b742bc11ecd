/** How a box in a web page scrolls for everybody, as findings say it. */
export const SCROLLING_BOX = `overflow-x: auto, with tabindex="0", role="region" and a name`;
