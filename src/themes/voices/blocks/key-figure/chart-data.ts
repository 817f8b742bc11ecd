/**
 * What a chart is drawn from, and its words as they are set. A drawing's words are set here: the
 * typography of the page leaves drawings as they are.
 */
import { plainText } from "../../../../web/typography/plain-text.ts";

export interface ChartStep {
  readonly label: string;
  readonly value: number;
}

export interface ChartData {
  readonly title: string;
  readonly unit: string;
  /** The unit as it is said, where it is printed shortened. */
  readonly spokenUnit?: string | undefined;
  readonly start: ChartStep;
  readonly changes: readonly ChartStep[];
  /** Label of the total, which is computed and never typed. */
  readonly end: string;
}

export function typesetChart(chart: ChartData, lang: string): ChartData {
  const setStep = (step: ChartStep): ChartStep => ({ ...step, label: plainText(step.label, lang) });
  return {
    ...chart,
    title: plainText(chart.title, lang),
    start: setStep(chart.start),
    changes: chart.changes.map(setStep),
    end: plainText(chart.end, lang),
  };
}
