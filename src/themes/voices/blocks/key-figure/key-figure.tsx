/** A key figure: a number that stands out, and the sentence that gives it its meaning. */
import type { JSX } from "preact";
import type { BlockProps } from "../../../../theme/block.ts";
import { voicesWords } from "../../words/words.ts";
import { typesetChart, type ChartData } from "./chart-data.ts";
import { Chart } from "./chart.tsx";

interface RenderedKeyFigure {
  readonly value: string;
  /** The value as it is said, where it is printed shortened. */
  readonly spoken?: string | undefined;
  readonly chart?: ChartData | undefined;
}

/**
 * An aside with the role of a note: inside an article it is no landmark of the page. Number and text
 * are one paragraph where the text goes on from the number ("1,8 M d'interventions…"), two where it
 * is a sentence of its own, so that a voice pauses between them. A chart comes after the note, as a
 * figure of its own: whoever skips the note still meets the data.
 */
export function KeyFigure({
  id,
  fields: { value, spoken, chart },
  body,
  source,
  lang,
  ownLang,
}: BlockProps<RenderedKeyFigure>): JSX.Element {
  // The text is the rest of a sentence that the value begins.
  const continuesValue = /^\p{Ll}/u.test(source);
  const number = (
    <strong class="value">
      {spoken === undefined ? (
        <Value value={value} />
      ) : (
        <abbr title={spoken}>
          <Value value={value} />
        </abbr>
      )}
    </strong>
  );
  const meaning = <span class="meaning">{body}</span>;
  const note = (
    <aside
      class="key-figure"
      id={id}
      role="note"
      aria-label={voicesWords(ownLang).keyFigure}
      lang={lang}
      data-no-hyphens
    >
      {continuesValue ? (
        <p>
          {number} {meaning}
        </p>
      ) : (
        <>
          <p>{number}</p>
          <p>{meaning}</p>
        </>
      )}
    </aside>
  );
  if (chart === undefined) return note;
  return (
    <>
      {note}
      <Chart
        chart={typesetChart(chart, ownLang)}
        id={`${id}-chart`}
        lang={ownLang}
        words={voicesWords(ownLang)}
      />
    </>
  );
}

/** The unit may go to a line of its own where a line is too short for both: never within a word. */
function Value({ value }: { readonly value: string }): JSX.Element {
  const unitAt = value.search(/(?<=\s)\p{L}+$/u);
  if (unitAt === -1) return <>{value}</>;
  return (
    <>
      {value.slice(0, unitAt)}
      <wbr />
      {value.slice(unitAt)}
    </>
  );
}
