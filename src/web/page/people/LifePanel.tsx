import { useEffect, useMemo, useRef } from 'preact/hooks';
import {
  againstTwin,
  isSamePerson,
  lifeStory,
  personInWords,
  type StoryLine,
  twinStory,
} from '../../../words/index.ts';
import { OtherLife } from './OtherLife.tsx';
import type { Watching } from './watching.ts';

/** The life of the client who was asked about, with the twin's beside it, and the same client's under another design. */
export function LifePanel({
  watching,
  titles,
}: {
  watching: Watching;
  titles: readonly { id: string; title: string }[];
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const client = watching.client.value;
  const life = watching.life.value;
  const other = watching.otherLife.value;
  const told = useMemo(
    () =>
      life && {
        person: personInWords(life),
        against: againstTwin(life),
        own: lifeStory(life),
        twin: twinStory(life),
      },
    [life],
  );
  const elsewhere = useMemo(
    () => (life && other && isSamePerson(life, other) ? lifeStory(other) : undefined),
    [life, other],
  );
  // Who has changed the design has pressed something, and stays there.
  useEffect(() => {
    if (client && !client.carried) heading.current?.focus();
  }, [client]);
  if (!client) return null;
  const { field, frames } = watching.worlds.value[client.world];
  const week = watching.week.value;
  const worker = frames[week]?.caseworker[client.place] ?? -1;
  return (
    <section class="life" aria-labelledby="life-title" aria-busy={!life}>
      <h2 id="life-title" ref={heading} tabIndex={-1}>
        Client {field.clients[client.place]}: a life under “{field.title}”
      </h2>
      <div class="buttons">
        {worker >= 0 && (
          <button
            type="button"
            onClick={() => watching.showCaseworker({ world: client.world, worker, week })}
          >
            The caseworker’s week {week + 1}
          </button>
        )}
        <button type="button" onClick={() => watching.leaveClient()}>
          Close the life
        </button>
      </div>
      <p role="status" class="told">
        {told ? told.against : 'Running the world once more, with an eye on this client …'}
      </p>
      {told && (
        <>
          <p>{told.person}</p>
          <OtherLife watching={watching} here={field.title} titles={titles} />
          <div class="lives">
            <Story title="The client" lines={told.own} now={week + 1} />
            <Story
              title="The twin: the same person with the same luck, without service"
              lines={told.twin}
              now={week + 1}
            />
            {elsewhere && (
              <Story
                title={`The same person with the same luck under “${titles.find(({ id }) => id === other?.design)?.title}”`}
                lines={elsewhere}
                now={week + 1}
              />
            )}
          </div>
        </>
      )}
    </section>
  );
}

function Story({ title, lines, now }: { title: string; lines: readonly StoryLine[]; now: number }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p>Nothing is told.</p>
      ) : (
        <ol class="story">
          {lines.map(({ from, to, text }) => (
            <li key={`${from} ${text}`} class={from > now ? 'later' : ''}>
              <span class="when">{from === to ? `Week ${from}` : `Weeks ${from}–${to}`}</span> {text}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
