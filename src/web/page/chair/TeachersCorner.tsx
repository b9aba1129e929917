import { useSignal } from '@preact/signals';
import { columnTitle } from '../state/newDraft.ts';
import type { Workshop } from '../state/workshop.ts';
import { ClassResults } from './ClassResults.tsx';
import type { SittingState } from './sitting.ts';

/** Settings as a link, and the results of a class. */
export function TeachersCorner({ workshop, sitting }: { workshop: Workshop; sitting: SittingState }) {
  const said = useSignal('');
  const { weeks, from, replicate, hints } = sitting.asked.value;
  const columns = workshop.draft.value?.columns ?? [];
  const most = workshop.opened.value?.weeks ?? 52;
  const share = async () => {
    sitting.change({});
    try {
      await navigator.clipboard.writeText(location.href);
      said.value = 'The link is copied. Whoever opens it sits down at the same desk.';
    } catch {
      said.value = 'Copy the address of this page: whoever opens it sits down at the same desk.';
    }
  };
  return (
    <details class="teacher" open={!sitting.isSet}>
      <summary>Teacher’s corner</summary>
      <div class="toolbar">
        <label>
          Scheme
          <select
            value={sitting.design}
            onChange={({ currentTarget }) => sitting.change({ design: currentTarget.value })}
          >
            {columns.map((column) => (
              <option key={column.design} value={column.design}>
                {workshop.opened.value && columnTitle(column, workshop.opened.value)}
              </option>
            ))}
          </select>
        </label>
        <WholeNumber
          label="Weeks by hand"
          least={1}
          most={26}
          value={weeks}
          onType={(value) => sitting.change({ weeks: value })}
        />
        <WholeNumber
          label="First of them"
          least={1}
          most={most}
          value={from + 1}
          onType={(value) => sitting.change({ from: value - 1 })}
        />
        <WholeNumber
          label="Run of luck"
          least={1}
          most={1000}
          value={replicate + 1}
          onType={(value) => sitting.change({ replicate: value - 1 })}
        />
        <label class="option">
          <input
            type="checkbox"
            checked={hints}
            onChange={({ currentTarget }) => sitting.change({ hints: currentTarget.checked })}
          />
          Hints
        </label>
        <button type="button" onClick={share}>
          Copy link for the class
        </button>
        <p role="status" class="said">
          {said.value}
        </p>
      </div>
      <p>
        The link carries the scenario, these settings and nothing else. Schemes are those under “Compare
        designs”, with their levers as they stand there.
      </p>
      <ClassResults sitting={sitting} />
    </details>
  );
}

function WholeNumber({
  label,
  least,
  most,
  value,
  onType,
}: {
  label: string;
  least: number;
  most: number;
  value: number;
  onType: (value: number) => void;
}) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={least}
        max={most}
        step={1}
        value={value}
        onChange={({ currentTarget }) => {
          const typed = Number(currentTarget.value);
          if (Number.isInteger(typed)) onType(Math.min(most, Math.max(least, typed)));
          currentTarget.value = String(value);
        }}
      />
    </label>
  );
}
