import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ChairDebrief, DivisionFigures } from '../../../tables/chair.ts';
import {
  caseloadSentence,
  chairCallsSentence,
  chairHoursSentence,
  chairLeaningSentence,
  chairParkedSentence,
  chairValue,
  dispositionName,
  fateSentences,
  formatNumber,
  formatPercent,
  nearestSentence,
  sentenceCase,
} from '../../../words/index.ts';
import type { Seated } from '../../engine/chair.ts';
import { download } from '../ui/download.ts';
import { type BarRow, Bars } from './Bars.tsx';
import { ParkedTable } from './ParkedTable.tsx';
import type { SittingState } from './sitting.ts';

const FIFTHS = [1, 2, 3, 4, 5];

/** What the student did, beside what others would have done, and what became of whom. */
export function Debrief({
  sitting,
  seated,
  debrief,
}: {
  sitting: SittingState;
  seated: Seated;
  debrief: ChairDebrief;
}) {
  const { yours, dispositions, distances } = debrief;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  /** A row for the student and one for each disposition. */
  const beside = (read: (figures: DivisionFigures) => (number | null)[]): BarRow[] => [
    { name: 'You', values: read(yours), yours: true },
    ...Object.entries(dispositions).map(([name, figures]) => ({
      name: sentenceCase(dispositionName(name)),
      values: read(figures),
    })),
  ];
  const sentences = [
    chairHoursSentence(yours),
    chairLeaningSentence(yours),
    chairParkedSentence(yours, seated.divisions.length, debrief.parkedAfter),
    chairCallsSentence(yours),
  ].filter((sentence) => sentence !== '');
  return (
    <div class="debrief">
      <h2 ref={heading} tabIndex={-1}>
        What you did
      </h2>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div class="pair">
        <Bars
          caption="Hours per client-week by fifth of true need, 1 easiest to 5 hardest"
          head={FIFTHS.map((fifth) => String(fifth))}
          rows={beside((figures) =>
            FIFTHS.map((fifth) => chairValue(figures, `hours.perClientWeek[fifth=${fifth}]`)),
          )}
          write={(value) => formatNumber(value)}
        />
        <Bars
          caption="Concentration of hours over true need: below 0 the easiest got more"
          head={['index']}
          rows={beside((figures) => [chairValue(figures, 'creaming.concentration')])}
          write={(value) => formatNumber(value, 3)}
        />
        <Bars
          caption="Clients without an hour in all of the weeks, and client-weeks parked"
          head={['no hour', 'parked', 'in a holding pattern']}
          rows={beside((figures) => [
            figures.caseload > 0 ? figures.withoutHour / figures.caseload : null,
            chairValue(figures, 'parking.share'),
            chairValue(figures, 'parking.holding'),
          ])}
          write={(value) => formatPercent(value, 0)}
        />
      </div>
      <h2>Who divides like you</h2>
      <p>{nearestSentence(debrief)}</p>
      <p>The chair is that of a caseworker whom the scenario calls {dispositionName(debrief.holder)}.</p>
      <Bars
        caption="Share of hours that each disposition would have put elsewhere at your desks"
        head={['share']}
        rows={distances.map(({ disposition, distance }) => ({
          name: sentenceCase(dispositionName(disposition)),
          values: [distance],
        }))}
        write={(value) => formatPercent(value, 0)}
      />
      <h2>What became of those who got no hour</h2>
      {fateSentences(debrief).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ParkedTable debrief={debrief} groups={seated.titles.group ?? {}} />
      <p>{caseloadSentence(debrief)}</p>
      <SaveResult sitting={sitting} seated={seated} />
    </div>
  );
}

/** The sitting as a file, with a name only if one is typed. */
function SaveResult({ sitting, seated }: { sitting: SittingState; seated: Seated }) {
  const name = useSignal('');
  const said = useSignal('');
  const save = async (event: Event) => {
    event.preventDefault();
    const stem =
      name.value
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-') || 'sitting';
    download(`${stem}.chair.json`, await sitting.file(name.value), 'application/json');
    said.value = `Saved as ${stem}.chair.json. It stays on this machine until you give it to somebody.`;
  };
  return (
    <form class="save" onSubmit={save}>
      <h2>Keep it</h2>
      <p>
        The file holds the settings, your hours of each week and the figures above; a name only if you type
        one.
      </p>
      <div class="buttons">
        <label>
          Name for the file (optional){' '}
          <input
            type="text"
            maxLength={80}
            value={name.value}
            onInput={({ currentTarget }) => (name.value = currentTarget.value)}
          />
        </label>
        <button type="submit">Save the result</button>
        <button type="button" onClick={() => void sitting.takeBack()}>
          Divide week {seated.settings.from + seated.divisions.length} anew
        </button>
        <button type="button" onClick={() => sitting.getUp()}>
          Get up
        </button>
      </div>
      <p role="status">{said.value}</p>
    </form>
  );
}
