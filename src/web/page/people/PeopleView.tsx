import { untracked, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { ForecastForm, ForecastResult } from '../predict/Forecast.tsx';
import { bundledTexts } from '../state/bundledTexts.ts';
import { columnTitle } from '../state/newDraft.ts';
import type { Workshop } from '../state/workshop.ts';
import { focusOn } from '../ui/focusOn.ts';
import { startWorker } from '../workers.ts';
import { CaseworkerPanel } from './CaseworkerPanel.tsx';
import { CaseworkerChoice, DesignChoice } from './Choices.tsx';
import { Controls } from './Controls.tsx';
import { FieldCanvas } from './FieldCanvas.tsx';
import { Legend } from './Legend.tsx';
import { LifePanel } from './LifePanel.tsx';
import { SumsTable } from './SumsTable.tsx';
import { useWeekTold } from './useWeekTold.ts';
import { Watching } from './watching.ts';

/** Runs of luck among which one can choose. */
const RUNS = 10;

let watching: Watching | undefined;

/** One for the page, with a worker of its own that starts when people are first looked at. */
function watchingOf({ data }: Workshop): Watching {
  if (watching) return watching;
  const { watch } = startWorker();
  void watch.begin(bundledTexts(data));
  watching = new Watching(watch);
  return watching;
}

/** People, not only bars: a field of clients in which hours fall as light, week by week; after the forecast where one is asked for. */
export function PeopleView({ workshop }: { workshop: Workshop }) {
  const isKeptBack = workshop.keptBack.value;
  const wasKeptBack = useRef(isKeptBack);
  useEffect(() => {
    if (wasKeptBack.current && !isKeptBack) focusOn('#forecast-result-title, .people');
    wasKeptBack.current = isKeptBack;
  }, [isKeptBack]);
  if (!isKeptBack)
    return (
      <>
        <ForecastResult workshop={workshop} />
        <PeopleShown workshop={workshop} />
      </>
    );
  return (
    <>
      <p class="kept-back">
        A forecast is asked for first, and the field would give the answer away: it shows who gets hours and
        who is parked. Say here what you expect, and the people are shown.
      </p>
      <ForecastForm workshop={workshop} />
    </>
  );
}

function PeopleShown({ workshop }: { workshop: Workshop }) {
  const people = useMemo(() => watchingOf(workshop), [workshop]);
  const { first, second, replicate } = people;
  const told = useWeekTold(people);
  useSignalEffect(() => {
    const draft = workshop.draft.value;
    if (!draft) return;
    const ids = draft.columns.map(({ design }) => design);
    const one = ids.includes(first.value) ? first.value : ids[0];
    const other = ids.includes(second.value) && second.value !== one ? [second.value] : [];
    const run = replicate.value;
    untracked(() => void people.begin(draft, [one, ...other], run));
  });
  const draft = workshop.draft.value;
  const opened = workshop.opened.value;
  if (!draft || !opened) return null;
  // What is shown stays until what is asked for is there.
  if ([replicate.value, people.shownRun.value].some((run) => run === workshop.hiddenRun.value))
    return (
      <p>
        Somebody sits in the caseworker’s chair among these people: how they truly are is shown when the weeks
        there are divided, or in another run of luck.{' '}
        <button type="button" onClick={() => (replicate.value = (replicate.value + 1) % RUNS)}>
          Show another run
        </button>
      </p>
    );
  const titles = draft.columns.map((column) => ({ id: column.design, title: columnTitle(column, opened) }));
  const worlds = people.worlds.value;
  const shown = worlds.map(({ field }) => field.design);
  const isReady = worlds.length > 0 && people.ready.value > 0;
  return (
    <div class="people" tabIndex={-1}>
      <section class="toolbar" aria-label="Which world">
        <DesignChoice
          label="Design"
          value={shown[0] ?? ''}
          titles={titles}
          onChoose={(id) => (first.value = id)}
        />
        {titles.length > 1 && (
          <DesignChoice
            label="Beside it, on the same luck"
            value={shown[1] ?? ''}
            titles={titles.filter(({ id }) => id !== shown[0])}
            none="nothing"
            onChoose={(id) => (second.value = id)}
          />
        )}
        <label>
          Run of luck
          <select
            value={String(replicate.value)}
            onChange={({ currentTarget }) => (replicate.value = Number(currentTarget.value))}
          >
            {Array.from({ length: RUNS }, (_, run) => (
              <option key={run} value={String(run)}>
                {run + 1}
              </option>
            ))}
          </select>
        </label>
      </section>
      {people.fault.value && <p role="alert">{people.fault.value}</p>}
      <p class="progress" role="status">
        {people.opening.value ? 'Running these people through the weeks …' : ''}
      </p>
      {isReady && (
        <>
          <Controls watching={people} />
          <p class="unseen" role="status">
            {told.value}
          </p>
          <div class="fields">
            {worlds.map(({ field }, world) => (
              <section key={field.session} aria-label={field.title}>
                <h2>
                  {field.title}
                  <span class="on-paper">
                    , week {people.week.value + 1}, run of luck {people.shownRun.value + 1}
                  </span>
                </h2>
                <FieldCanvas watching={people} world={world} />
              </section>
            ))}
          </div>
          <Legend parkedAfter={worlds[0].field.parkedAfter} />
          <div class="asked">
            <CaseworkerChoice watching={people} />
            <LifePanel watching={people} titles={titles} />
            <CaseworkerPanel watching={people} />
          </div>
          <section class="sums" aria-label="The field in figures">
            {worlds.map(({ field }, world) => (
              <SumsTable key={field.session} watching={people} world={world} />
            ))}
          </section>
        </>
      )}
    </div>
  );
}
