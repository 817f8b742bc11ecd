/**
 * The report as a page that anyone can read: `output/reports/report.html`. Input: a report; output:
 * a whole HTML document, itself valid and accessible, with no script and no other file. It writes
 * nothing.
 */
import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { formatPlace } from "../errors.ts";
import type { EditionReport, Finding, JudgeReport, Report } from "../judges/verdict/finding.ts";
import { RawText } from "../document/raw-text.tsx";
import { withDoctype } from "../document/with-doctype.ts";
import { count, headingOf, statusOf, verdictOf } from "./counts.ts";
import { describeAffected } from "./explain.ts";

const style = `
:root { color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #ffffff }
body { max-inline-size: 50rem; margin: 2rem auto; padding-inline: 1rem; overflow-wrap: anywhere }
.verdict { padding: 1rem; border-inline-start: 0.5rem solid; font-size: 1.25rem; font-weight: bold }
.granted { color: #0b5a1e; background: #eef8f0 }
.refused { color: #8f1111; background: #fdf0f0 }
dl { margin-block: 0.5rem }
dt { font-weight: bold }
dd { margin-inline-start: 1rem }
a { color: #0645ad }
`;

export function formatHtml(report: Report): string {
  return `${withDoctype(renderToString(<ReportPage report={report} />))}\n`;
}

function ReportPage({ report }: { readonly report: Report }): JSX.Element {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${verdictOf(report)} – report`}</title>
        <RawText element="style" text={style} />
      </head>
      <body>
        <main>
          <h1>Report</h1>
          <p class={`verdict ${report.granted ? "granted" : "refused"}`}>{verdictOf(report)}</p>
          {report.notes?.map((note) => (
            <p>{`Note: ${note}.`}</p>
          ))}
          {report.editions.map((edition) => (
            <Edition edition={edition} />
          ))}
        </main>
      </body>
    </html>
  );
}

function Edition({ edition }: { readonly edition: EditionReport }): JSX.Element {
  return (
    <section>
      <h2>{`Edition: ${edition.edition}`}</h2>
      <p>
        Judged: <code>{edition.file}</code>
      </p>
      {edition.judges.length === 0 && <p>No judge was set to this edition.</p>}
      {edition.judges.map((judge) => (
        <Judge judge={judge} />
      ))}
    </section>
  );
}

function Judge({ judge }: { readonly judge: JudgeReport }): JSX.Element {
  const { toReview = [] } = judge;
  return (
    <>
      <h3>{`${judge.name} ${judge.version}`}</h3>
      <p>{sentence(statusOf(judge))}</p>
      {judge.findings.length > 0 && <Findings judge={judge.name} findings={judge.findings} />}
      {toReview.length > 0 && (
        <>
          <p>{`A person should look at ${count(toReview.length, "place")} that no program can judge:`}</p>
          <Findings judge={judge.name} findings={toReview} />
        </>
      )}
    </>
  );
}

interface Found {
  readonly judge: string;
  readonly finding: Finding;
}

function Findings({
  judge,
  findings,
}: Pick<Found, "judge"> & { readonly findings: readonly Finding[] }): JSX.Element {
  return (
    <ol>
      {findings.map((finding) => (
        <FoundItem judge={judge} finding={finding} />
      ))}
    </ol>
  );
}

function FoundItem({ judge, finding }: Found): JSX.Element {
  const affected = describeAffected(judge, finding);
  return (
    <li>
      <strong>{headingOf(judge, finding)}</strong>
      <dl>
        {finding.source !== undefined && (
          <>
            <dt>Source</dt>
            <dd>
              <code>{formatPlace(finding.source)}</code>
            </dd>
          </>
        )}
        <dt>Where</dt>
        <dd>
          <code>{finding.where}</code>
        </dd>
        <dt>What</dt>
        <dd>{finding.message}</dd>
        {affected !== "" && (
          <>
            <dt>Affects</dt>
            <dd>{affected}</dd>
          </>
        )}
        {finding.help !== "" && (
          <>
            <dt>Help</dt>
            <dd>
              <Help text={finding.help} />
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}

/** An address becomes a link that is named by itself; anything else stays text. */
function Help({ text }: { readonly text: string }): JSX.Element {
  return /^https?:\/\/\S+$/.test(text) ? <a href={text}>{text}</a> : <>{text}</>;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
