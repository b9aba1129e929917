import { Fragment } from 'preact';
import { INTERVAL_NOTE } from '../../../words/intervals.ts';
import type { Answer, Headline } from '../../engine/protocol.ts';
import type { Workshop } from '../state/workshop.ts';
import { Scroller } from '../ui/Scroller.tsx';

/** What the designs do in words and figures, and what the last change did. */
export function Findings({ workshop }: { workshop: Workshop }) {
  const answer = workshop.answer.value;
  const busy = workshop.busy.value;
  const small = smallWords(workshop);
  return (
    <section class="findings" aria-labelledby="findings-title" aria-busy={busy}>
      <h2 id="findings-title" tabIndex={-1}>
        What the designs do
      </h2>
      <p
        class="progress"
        role="status"
        data-waited={workshop.waited.value}
        data-replicates={answer?.replicates}
      >
        {!answer &&
          (busy ? 'The first numbers are on their way.' : 'There are no numbers of these settings.')}
        {answer && progressWords(answer, workshop.outdated.value)}
      </p>
      {/* Told when all is in: until then the region is busy, and every doubling would be read out. */}
      <div aria-live="polite" aria-busy={busy}>
        {answer && !workshop.outdated.value && answer.changes.length > 0 && (
          <div class="changes">
            <h3>What changed and why</h3>
            {answer.changes.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        )}
      </div>
      {answer && (
        <>
          {small && <p class="small-size">{small}</p>}
          {answer.replicates > 1 && <p class="interval-note">{INTERVAL_NOTE}</p>}
          <HeadlineTable headlines={answer.headlines} designs={answer.designs} />
          <details>
            <summary>In words</summary>
            <p>{answer.finding}</p>
          </details>
          {answer.warnings.length > 0 && (
            <details class="warnings">
              <summary>
                {answer.warnings.length === 1 ? 'One thing' : `${answer.warnings.length} things`} to know of
                these numbers
              </summary>
              <ul>
                {answer.warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}

function progressWords({ replicates, of }: Answer, isOutdated: boolean): string {
  if (isOutdated) return 'These are still the numbers from before the change.';
  if (replicates < of) return `${replicates} of ${of} replicates: intervals get tighter as more come in.`;
  return of === 1 ? 'The one replicate is in.' : `All ${of} replicates are in.`;
}

/**
 * A programme of fewer people is another programme, with as many fewer posts: where a handful is left, rates move and designs can
 * change places. In words, where the page runs one.
 */
function smallWords({ draft, opened }: Workshop): string {
  const { value: asked } = draft;
  const { value: file } = opened;
  if (!asked || !file || asked.scale >= file.scale) return '';
  const people = (number: number) => Number(number.toPrecision(2)).toLocaleString('en-GB');
  return `A small run: about ${people((file.clients * asked.scale) / file.scale)} of the ${people(file.clients)} people of the scenario, with as many fewer caseworkers. Where few are left, rates move and designs can change places: before you conclude, choose a larger Size.`;
}

function HeadlineTable({
  headlines,
  designs,
}: {
  headlines: readonly Headline[];
  designs: readonly { id: string; title: string }[];
}) {
  return (
    <>
      <Scroller label="Headline measures by design">
        <table class="headlines">
          <caption>
            Means with 95% intervals; below, the difference from the first design on the same luck
          </caption>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              {designs.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {headlines.map(({ key, name, figures }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {designs.map(({ id }) => (
                  <td key={id}>
                    {figures[id].text}
                    {figures[id].against && <div class="against">{figures[id].against}</div>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <details class="definitions">
        <summary>What these measures are</summary>
        <dl>
          {headlines.map(({ key, name, definition }, at) => (
            <Fragment key={key}>
              <dt>{name}</dt>
              {/* Slices of one measure, such as fifths, are explained once. */}
              {headlines[at + 1]?.definition !== definition && <dd>{definition}</dd>}
            </Fragment>
          ))}
        </dl>
      </details>
    </>
  );
}
