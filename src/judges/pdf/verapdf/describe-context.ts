/**
 * Says in a few words where veraPDF found a fault. Input: its context, a path of the validator's own
 * model such as `root/document[0]/pages[0](2 0 obj PDPage)/annots[1](6 0 obj PDLinkAnnot)`; output:
 * words such as `page 1, PDLinkAnnot (object 6 0)`. It looks nothing up in the PDF.
 */

/** So many structure elements are shown, the innermost ones. */
const elementsShown = 3;

interface Step {
  readonly name: string;
  readonly index: number;
  /** What stands in brackets after the step: object number, model type, structure type. */
  readonly label: string;
}

export function describeContext(context: string): string {
  const steps = readSteps(context);
  const page = steps.find(({ name }) => name === "pages");
  const elements = steps.filter(({ name }) => name === "K").map(structureType);
  const last = steps.at(-1);
  const parts = [
    ...(page === undefined ? [] : [`page ${page.index + 1}`]),
    ...(elements.length === 0 ? [] : [describeElements(elements)]),
    ...(last === undefined || last === page || last.name === "K" ? [] : [modelType(last)]),
  ];
  const number = steps
    .map(({ label }) => /^(\d+ \d+) obj\b/.exec(label)?.[1])
    .findLast((found) => found !== undefined);
  const place = parts.join(", ") || "the document";
  return number === undefined ? place : `${place} (object ${number})`;
}

function readSteps(context: string): readonly Step[] {
  // A label can hold slashes of its own; only one before a step's name and index divides.
  return context.split(/\/(?=[A-Za-z]\w*\[\d+\])/).flatMap((text) => {
    const step = /^(\w+)\[(\d+)\](?:\((.*)\))?$/s.exec(text);
    if (step === null || step[1] === "document") return [];
    return [{ name: step[1] ?? "", index: Number(step[2]), label: step[3] ?? "" }];
  });
}

/** `7 0 obj SEFigure Figure` gives `Figure`. */
function structureType({ label }: Step): string {
  return /(\S+)$/.exec(label)?.[1] ?? "element";
}

/** `6 0 obj PDLinkAnnot` gives `PDLinkAnnot`; a step without a label gives its own name. */
function modelType({ name, label }: Step): string {
  return /^\d+ \d+ obj (\w+)/.exec(label)?.[1] ?? name;
}

function describeElements(elements: readonly string[]): string {
  const shown = elements.slice(-elementsShown).join(" > ");
  return elements.length > elementsShown ? `… > ${shown}` : shown;
}
