import { useEffect, useRef } from 'preact/hooks';
import type { CaseworkerStep, ClientClaim } from '../../../tables/caseworkerWeek.ts';
import { weekOfCaseworker } from '../../../words/index.ts';
import { Scroller } from '../ui/Scroller.tsx';
import { ClaimsTable } from './ClaimsTable.tsx';
import { MotiveLegend, partsShown, WaterlineChart } from './WaterlineChart.tsx';
import type { Watching } from './watching.ts';

/** Bars shown at first: a full caseload is long. */
const SHOWN = 40;

/** How a caseworker divided the hours of a week: appeal by motive, line and hours. */
export function CaseworkerPanel({ watching }: { watching: Watching }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = watching.caseworker.value;
  const steps = watching.steps.value;
  useEffect(() => heading.current?.focus(), [chosen]);
  if (!chosen) return null;
  const { field } = watching.worlds.value[chosen.world];
  const post = field.posts[chosen.worker];
  const week = watching.week.value;
  const divided = steps?.filter(({ clients }) => clients.length > 0) ?? [];
  return (
    <section class="caseworker" aria-labelledby="caseworker-title" aria-busy={!steps}>
      <h2 id="caseworker-title" ref={heading} tabIndex={-1}>
        Caseworker {steps?.[0]?.caseworker ?? post.caseworker}, week {chosen.week + 1}, “{field.title}”
      </h2>
      <div class="buttons">
        {week !== chosen.week && (
          <button type="button" onClick={() => watching.showCaseworker({ ...chosen, week })}>
            Week {week + 1} instead
          </button>
        )}
        <button type="button" onClick={() => watching.leaveCaseworker()}>
          Close the week
        </button>
      </div>
      <p role="status">{steps ? '' : 'Running the world once more, up to this week …'}</p>
      {steps && divided.length === 0 && <p>The caseworker had no clients in this week.</p>}
      {divided.map((step) => (
        <Division key={step.step} watching={watching} step={step} world={chosen.world} />
      ))}
    </section>
  );
}

function Division({ watching, step, world }: { watching: Watching; step: CaseworkerStep; world: number }) {
  const claims = step.clients.filter(({ standing }) => standing === 'claimed');
  const motives = step.motives.filter((motive) => claims.some((claim) => has(step, claim, motive)));
  return (
    <>
      {weekOfCaseworker(step).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {claims.length > 0 && (
        <>
          <MotiveLegend motives={motives} />
          <Scroller label="Appeal and hours">
            <WaterlineChart step={step} claims={claims.slice(0, SHOWN)} all={claims} />
          </Scroller>
          {claims.length > SHOWN && (
            <details>
              <summary>The other {claims.length - SHOWN}, of lesser appeal</summary>
              <Scroller label="Appeal and hours of the others">
                <WaterlineChart step={step} claims={claims.slice(SHOWN)} all={claims} />
              </Scroller>
            </details>
          )}
        </>
      )}
      <details>
        <summary>All figures as a table</summary>
        <ClaimsTable watching={watching} step={step} world={world} motives={motives} />
      </details>
    </>
  );
}

const has = (step: CaseworkerStep, claim: ClientClaim, motive: string): boolean =>
  partsShown(step, claim).some((part) => part.motive === motive);
