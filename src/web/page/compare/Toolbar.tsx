import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { quoted, shellWord } from '../../../words/shell.ts';
import { address, putLink } from '../state/link.ts';
import { lengthWords, reachWords } from '../state/linkWords.ts';
import type { Workshop } from '../state/workshop.ts';
import { download } from '../ui/download.ts';
import { zipOf } from '../ui/zipOf.ts';

/** Undo, sharing, downloads, and how much is run. */
export function Toolbar({ workshop }: { workshop: Workshop }) {
  const said = useSignal('');
  const draft = workshop.draft.value;
  const opened = workshop.opened.value;
  // What was said of an earlier state is not true of the next one.
  useEffect(() => {
    said.value = '';
  }, [draft]);
  if (!draft || !opened) return null;
  const share = async () => {
    await putLink(draft);
    const link = location.href;
    const reach = reachWords(link);
    try {
      await navigator.clipboard.writeText(link);
      said.value = `The link is copied. It carries all settings of this page. ${reach}`;
    } catch {
      said.value = `Copy the address of this page: it carries all its settings. ${reach}`;
    }
  };
  const tooLong = lengthWords(address.value);
  return (
    <section class="toolbar" aria-label="This comparison">
      <button type="button" aria-disabled={!workshop.canUndo.value} onClick={() => workshop.undo()}>
        Undo
      </button>
      <button type="button" aria-disabled={!workshop.canRedo.value} onClick={() => workshop.redo()}>
        Redo
      </button>
      <button type="button" onClick={() => workshop.reset()}>
        Reset
      </button>
      <button type="button" onClick={share}>
        Copy link
      </button>
      <button
        type="button"
        disabled={!workshop.answer.value}
        onClick={async () => {
          const { yaml, designs } = await workshop.scenario();
          download(`${opened.name}.yaml`, yaml, 'application/yaml');
          const asked = `${opened.name}.yaml#${designs.join(',')}`;
          // A # within a word needs no quotes, and is easier to read without.
          const word = shellWord(opened.name) === opened.name ? asked : quoted(asked);
          said.value = `The same numbers on the command line: streetlevel compare ${word}`;
        }}
      >
        Scenario as YAML
      </button>
      <button
        type="button"
        disabled={!workshop.answer.value || workshop.keptBack.value}
        onClick={async () => download(`${opened.name}.tables.zip`, zipOf(await workshop.desk.csv()))}
      >
        Tables as CSV
      </button>
      <SizeChoice workshop={workshop} />
      <label>
        Replicates
        <select
          value={String(draft.replicates)}
          onChange={({ currentTarget }) => workshop.setReplicates(Number(currentTarget.value))}
        >
          {choices([1, 5, 10, 20, 50, 100, opened.replicates, draft.replicates]).map((number) => (
            <option key={number} value={String(number)}>
              {number}
            </option>
          ))}
        </select>
      </label>
      <label class="option">
        <input
          type="checkbox"
          checked={workshop.predicting.value}
          onChange={({ currentTarget }) => workshop.setPredicting(currentTarget.checked)}
        />
        Ask for a forecast first
      </label>
      {tooLong && <p class="long-link">{tooLong}</p>}
      <p role="status" class="said">
        {said.value}
      </p>
    </section>
  );
}

/** How many people: a page that answers at once runs fewer than a programme has. */
function SizeChoice({ workshop }: { workshop: Workshop }) {
  const { scale } = workshop.draft.value!;
  const { clients, scale: own } = workshop.opened.value!;
  const scales = choices(
    [0.05, 0.1, 0.2, 0.5, 1].map((part) => Number((part * own).toPrecision(3))).concat(scale),
  );
  return (
    <label>
      Size
      <select
        value={String(scale)}
        onChange={({ currentTarget }) => workshop.setScale(Number(currentTarget.value))}
      >
        {scales.map((one) => (
          <option key={one} value={String(one)}>
            {`about ${Number(((clients * one) / own).toPrecision(2)).toLocaleString('en-GB')} people${one === own ? ' (as in the file)' : ''}`}
          </option>
        ))}
      </select>
    </label>
  );
}

const choices = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
