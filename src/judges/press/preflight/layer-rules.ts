/**
 * Rules about layers (optional content, ISO 32000-1 §8.11): what is printed must not depend on who
 * opens the file. ISO 15930-7.
 */
import type { PdfDict } from "../../../pdf/objects/types.ts";
import { referenceOf } from "../../../pdf/objects/pdf-objects.ts";
import type { PreflightReading } from "./reading.ts";
import { violation, type Violation } from "./rule.ts";
import { LAYER_RULES } from "./rules/layer.ts";

export function judgeLayers({ pdf }: PreflightReading): readonly Violation[] {
  const { objects, catalog } = pdf;
  const properties = objects.dict(objects.get(catalog, "OCProperties"));
  if (properties === undefined) return [];
  const layers = objects.items(objects.get(properties, "OCGs"));
  const standard = objects.dict(objects.get(properties, "D"));
  const others = objects
    .items(objects.get(properties, "Configs"))
    .flatMap((item) => objects.dict(item) ?? []);
  const nameOf = (layer: (typeof layers)[number]): string =>
    objects.text(objects.get(objects.dict(layer), "Name")) ?? "without a name";

  const faultsOf = (configuration: PdfDict): readonly string[] => {
    const order = objects.get(configuration, "Order");
    const listed = new Set<string>();
    const collect = (items: readonly Parameters<typeof referenceOf>[0][], depth: number): void => {
      for (const item of items) {
        const reference = referenceOf(item);
        if (reference !== undefined) listed.add(reference);
        if (objects.isArray(item) && depth < 16) collect(objects.items(item), depth + 1);
      }
    };
    collect(objects.items(order), 0);
    const unlisted = layers.filter((layer) => !listed.has(referenceOf(layer) ?? ""));
    const name = objects.text(objects.get(configuration, "Name")) ?? "";
    return [
      ...(name.trim() === "" ? ["a configuration has no name"] : []),
      ...(objects.get(configuration, "AS") === undefined
        ? []
        : ["layers switch by themselves (AS)"]),
      ...(order === undefined || unlisted.length === 0
        ? []
        : [`Order leaves out ${unlisted.map(nameOf).join(", ")}`]),
    ];
  };

  const faults =
    standard === undefined
      ? ["there is no standard configuration (D)"]
      : [standard, ...others].flatMap(faultsOf);
  const off = new Set(
    objects.items(objects.get(standard, "OFF")).map((item) => referenceOf(item) ?? ""),
  );
  const allOff = objects.name(objects.get(standard, "BaseState")) === "OFF";
  const on = new Set(
    objects.items(objects.get(standard, "ON")).map((item) => referenceOf(item) ?? ""),
  );
  const hidden = layers.filter((layer) => {
    const reference = referenceOf(layer) ?? "";
    return off.has(reference) || (allOff && !on.has(reference));
  });
  return [
    ...[...new Set(faults)].map((fault) =>
      violation(LAYER_RULES["layer-configuration"], "catalog OCProperties", fault),
    ),
    ...hidden.map((layer) =>
      violation(LAYER_RULES["hidden-layer"], "catalog OCProperties", nameOf(layer)),
    ),
  ];
}
