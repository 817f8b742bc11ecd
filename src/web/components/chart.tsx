/**
 * A build-up chart of a key figure: a value, what was added to it, and the total, as bars in rows.
 * The drawing has a text that says all of it, and its data stands below in a table that everyone
 * reaches. Labels stand above their bars, so that it reads at 280 pixels as on paper.
 */
import type { JSX } from "preact";
import { endValue, layOutBars, type ChartData } from "../chart-layout.ts";
import type { Words } from "../words.ts";

const WIDTH = 320;
const ROW = 40;
const LABEL_Y = 12;
const BAR_Y = 17;
const BAR_HEIGHT = 13;
/** Narrower than the drawing, for the outline of the last bar. */
const BAR_WIDTH = WIDTH - 2;

export function Chart({
  chart,
  id,
  words,
}: {
  readonly chart: ChartData;
  readonly id: string;
  readonly words: Words;
}): JSX.Element {
  const bars = layOutBars(chart);
  const steps = [...bars].map(({ label, value, kind }) => ({
    label,
    text: kind === "total" ? words.number(value) : words.change(value),
  }));
  return (
    <figure class="chart" aria-labelledby={`${id}-title`} data-no-hyphens>
      <figcaption id={`${id}-title`}>{chart.title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`}
        role="img"
        aria-label={words.chart(chart, endValue(chart))}
      >
        {bars.map(({ kind, from, to }, index) => {
          const top = index * ROW;
          const x = 1 + from * BAR_WIDTH;
          const end = 1 + to * BAR_WIDTH;
          return (
            <g key={index}>
              <rect
                class={`chart-bar chart-${kind}`}
                x={round(x)}
                y={top + BAR_Y}
                width={round(end - x)}
                height={BAR_HEIGHT}
              />
              {index === bars.length - 1 ? null : (
                <line
                  class="chart-link"
                  x1={round(kind === "removed" ? x : end)}
                  x2={round(kind === "removed" ? x : end)}
                  y1={top + BAR_Y + BAR_HEIGHT}
                  y2={top + ROW + BAR_Y}
                />
              )}
              <text class="chart-label" x="0" y={top + LABEL_Y}>
                {steps[index]?.label} <tspan class="chart-value">{steps[index]?.text}</tspan>
              </text>
            </g>
          );
        })}
      </svg>
      <table aria-labelledby={`${id}-title`}>
        <thead>
          <tr>
            <th scope="col">{words.chartStep}</th>
            <th scope="col">{chart.unit}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ label, text }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
