import type { Column } from '../../engine/protocol.ts';
import { columnTitle, mostColumns } from '../state/newDraft.ts';
import type { Workshop } from '../state/workshop.ts';
import { focusOn } from '../ui/focusOn.ts';
import { LeverControl } from './LeverControl.tsx';

/** The designs side by side, each with the levers of the scenario. */
export function Columns({ workshop }: { workshop: Workshop }) {
  const draft = workshop.draft.value;
  const opened = workshop.opened.value;
  if (!draft || !opened) return null;
  const free = opened.designs.filter(({ id }) => draft.columns.every(({ design }) => design !== id));
  const more = draft.columns.length < mostColumns;
  return (
    <section class="columns" aria-label="Designs">
      {draft.columns.map((column, at) => (
        <DesignColumn key={column.design} workshop={workshop} column={column} isBase={at === 0} />
      ))}
      {more && free.length > 0 && (
        <div class="add">
          <label>
            Add a design
            <select
              value=""
              onChange={({ currentTarget }) => {
                if (currentTarget.value !== '') workshop.addDesign(currentTarget.value);
                currentTarget.value = '';
              }}
            >
              <option value="">choose one</option>
              {free.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
    </section>
  );
}

/** On a phone what designs do would stand far below all their levers. */
const isRoomy = globalThis.matchMedia?.('(min-width: 40rem)').matches ?? true;

function DesignColumn({ workshop, column, isBase }: { workshop: Workshop; column: Column; isBase: boolean }) {
  const opened = workshop.opened.value!;
  const { designs, levers } = opened;
  const { columns } = workshop.draft.value!;
  const { design, copyOf } = column;
  const own = designs.find(({ id }) => id === (copyOf ?? design));
  const title = columnTitle(column, opened);
  const moved = Object.keys(column.levers).length;
  return (
    <section class="column" aria-labelledby={`design-${design}`}>
      <h2 id={`design-${design}`} tabIndex={-1}>
        {title}
      </h2>
      <p class="role">
        {isBase ? 'The others are compared with this one.' : ''}
        {moved > 0 ? ` ${moved === 1 ? 'One lever is' : `${moved} levers are`} moved.` : ''}
      </p>
      {own?.about && !copyOf && (
        <details>
          <summary>What it stands for</summary>
          <p>{own.about}</p>
        </details>
      )}
      <details class="levers" open={isRoomy}>
        <summary>Levers</summary>
        {levers.length === 0 && <p>This scenario marks no levers.</p>}
        {levers.map((lever) => (
          <LeverControl key={lever.id} workshop={workshop} column={column} lever={lever} />
        ))}
      </details>
      <div class="buttons">
        {moved > 0 && (
          <button
            type="button"
            onClick={() => {
              workshop.resetLevers(design);
              focusOn(`#design-${design}`);
            }}
          >
            Levers back<span class="unseen"> of {title}</span>
          </button>
        )}
        {columns.length < mostColumns && (
          <button type="button" onClick={() => workshop.copyDesign(design)}>
            Copy<span class="unseen"> {title}</span>
          </button>
        )}
        {columns.length > 1 && (
          <button
            type="button"
            onClick={() => {
              workshop.removeDesign(design);
              focusOn('.column h2');
            }}
          >
            Remove<span class="unseen"> {title}</span>
          </button>
        )}
      </div>
    </section>
  );
}
