/**
 * A build-up chart of a key figure: a value, what was added to it, and the total, as bars in rows.
 * The drawing has a text that says all of it, and its data stands below in a table that everyone
 * reaches. Places across are in percent and places down in em, so that its words have the size of
 * the text around it wherever it stands.
 */
import type { JSX } from "preact";
import { directionOf } from "../../../../languages/direction.ts";
import { langOf } from "../../../../theme/words.ts";
import type { VoicesWords } from "../../words/types.ts";
import type { ChartData } from "./chart-data.ts";
import { layOutChart } from "./chart-layout.ts";

/** Heights in em: a row holds a line of words, and its bar below. */
const ROW = 2.6;
const WORDS_Y = 1;
const BAR_Y = 1.45;
const BAR_HEIGHT = 0.9;
/** How far the lines that join bars, and the line at zero, stand out of them. */
const TICK = 0.2;

const em = (length: number): string => `${Math.round(length * 1000) / 1000}em`;
const percent = (part: number): string => `${Math.round(part * 100_000) / 1000}%`;

function UpDown({
  className,
  at,
  from,
  to,
}: {
  readonly className: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}): JSX.Element {
  return <line class={className} x1={percent(at)} x2={percent(at)} y1={em(from)} y2={em(to)} />;
}

export function Chart({
  chart,
  id,
  lang,
  words,
}: {
  readonly chart: ChartData;
  readonly id: string;
  /** Language of the chart's words and numbers. */
  readonly lang: string;
  readonly words: VoicesWords;
}): JSX.Element {
  const { bars, zero } = layOutChart(chart);
  // Digits are those of the text, which typographers leave as they are typed.
  const format = new Intl.NumberFormat(lang, {
    maximumFractionDigits: 20,
    numberingSystem: "latn",
  });
  const isFromRight = directionOf(lang) === "rtl";
  const across = (part: number): number => (isFromRight ? 1 - part : part);
  const steps = bars.map(({ label, value, kind }) => ({
    label,
    text:
      kind === "total"
        ? format.format(value).replace("-", "−")
        : words.change(value < 0, format.format(Math.abs(value))),
  }));
  const unit = chart.spokenUnit ?? chart.unit;
  return (
    <figure class="chart" aria-labelledby={`${id}-title`} lang={lang} data-no-hyphens>
      <figcaption id={`${id}-title`}>{chart.title}</figcaption>
      <svg
        width="100%"
        height={em(bars.length * ROW)}
        role="img"
        aria-label={words.chart(chart.title, unit, steps)}
        lang={langOf(words, lang)}
      >
        {bars.map(({ kind, from, to, level }, index) => {
          const top = index * ROW + BAR_Y;
          const foot = top + BAR_HEIGHT;
          return (
            <g key={index}>
              <text class="chart-label" x={percent(across(0))} y={em(index * ROW + WORDS_Y)}>
                {`${steps[index]?.label ?? ""}\u2002${steps[index]?.text ?? ""}`}
              </text>
              <rect
                class={`chart-bar chart-${kind}`}
                x={percent(isFromRight ? across(to) : from)}
                y={em(top)}
                width={percent(to - from)}
                height={em(BAR_HEIGHT)}
              />
              {zero === 0 ? null : (
                <UpDown
                  className="chart-zero"
                  at={across(zero)}
                  from={top - TICK}
                  to={foot + TICK}
                />
              )}
              {index === bars.length - 1 ? null : (
                // Not above the next bar as well: its label's letters reach down to it.
                <UpDown className="chart-link" at={across(level)} from={foot} to={foot + TICK} />
              )}
            </g>
          );
        })}
      </svg>
      <table aria-labelledby={`${id}-title`}>
        <thead>
          <tr>
            <th scope="col" lang={langOf(words, lang)}>
              {words.chartStep}
            </th>
            <th scope="col">
              {chart.spokenUnit === undefined ? (
                chart.unit
              ) : (
                <abbr title={chart.spokenUnit}>{chart.unit}</abbr>
              )}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ label, text }, index) => (
            <tr key={index}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
