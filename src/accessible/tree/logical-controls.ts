/**
 * Form controls and gauges as logical elements: a Figure whose alternative says name and value. A fault where
 * a control has no name. ISO 14289-1 §7.3.
 */
import {
  controlTextKeys,
  gaugeText,
  isGauge,
  labelAround,
  labelFor,
} from "../source/source-kinds.ts";
import { collapse, givenName } from "../source/source-names.ts";
import type { SourceElement } from "../source/source-tree.ts";
import type { LogicalNode, OwnProperties } from "./logical-tree.ts";
import type { TreeBuilder } from "./tree-builder.ts";

/** What the browser writes on buttons that have no value. */
const defaultLabels: Readonly<Record<string, string>> = { submit: "Submit", reset: "Reset" };

/** A form control: printed as it stands, with its name and value as what it reads. */
export function buildControl(
  builder: TreeBuilder,
  source: SourceElement,
  own: OwnProperties,
): LogicalNode {
  const { id, type = "", placeholder } = source.attributes;
  const label = id === undefined ? undefined : labelFor(builder.body, id);
  const name =
    givenName(source, builder.ids) ??
    label ??
    labelAround(builder.body, source) ??
    collapse(placeholder ?? defaultLabels[type.toLowerCase()] ?? "");
  const gauged = gaugeText(source);
  const state = isGauge(source)
    ? gauged
    : type === "checkbox" || type === "radio"
      ? source.value === "on"
        ? "☑"
        : "☐"
      : (source.value ?? source.attributes.value ?? "");
  const keys = [`${source.ref}:graphic`, ...controlTextKeys(source)];
  const alt = [name, state].filter((part) => part !== "").join(": ") || source.name;
  // A gauge says by itself how much there is of something.
  if (name === "" && gauged === "" && !/^(?:submit|button|reset|hidden)$/i.test(type)) {
    builder.fault("control-name", "form control has no name", source, {
      hint: "give it a <label>, or aria-label",
      wcag: ["1.3.1", "4.1.2"],
    });
  }
  return builder.element("Figure", source, [{ kind: "content", keys, text: "" }], { ...own, alt });
}
