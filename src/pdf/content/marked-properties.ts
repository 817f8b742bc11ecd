/**
 * What the property list of marked content says (ISO 32000-1 §14.6.2): identifier, ActualText, Alt,
 * Lang, E. Input: a list in place, or its name in the resources; output: a readonly value.
 */
import { dictionaryEntries, nameValue, stringValue, type ContentOperand } from "./operations.ts";
import { decodeTextString } from "../objects/text-string.ts";
import type { Resources } from "./resources.ts";

export interface MarkedProperties {
  readonly mcid?: number;
  readonly actualText?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly expansion?: string;
}

export function markedProperties(
  resources: Resources,
  operand: ContentOperand | undefined,
): MarkedProperties {
  const { objects } = resources;
  const entries = dictionaryEntries(operand);
  const name = nameValue(operand);
  let number: (key: string) => number | undefined;
  let text: (key: string) => string | undefined;
  if (entries !== undefined) {
    number = (key) => {
      const value = entries.get(key);
      return typeof value === "number" ? value : undefined;
    };
    text = (key) => {
      const bytes = stringValue(entries.get(key));
      return bytes === undefined ? undefined : decodeTextString(bytes);
    };
  } else if (name !== undefined) {
    const dict = objects.dict(resources.find("Properties", name));
    number = (key) => objects.number(objects.get(dict, key));
    text = (key) => objects.text(objects.get(dict, key));
  } else return {};
  const mcid = number("MCID");
  const [actualText, alt, lang, expansion] = [
    text("ActualText"),
    text("Alt"),
    text("Lang"),
    text("E"),
  ];
  return {
    ...(mcid !== undefined && Number.isInteger(mcid) ? { mcid } : {}),
    ...(actualText === undefined ? {} : { actualText }),
    ...(alt === undefined ? {} : { alt }),
    ...(lang === undefined ? {} : { lang }),
    ...(expansion === undefined ? {} : { expansion }),
  };
}
