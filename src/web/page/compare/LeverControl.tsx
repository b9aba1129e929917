import { withShare } from '../../../scenario/index.ts';
import type { Column, Lever, LeverValue } from '../../engine/protocol.ts';
import type { Workshop } from '../state/workshop.ts';
import { focusOn } from '../ui/focusOn.ts';
import { Slider } from '../ui/Slider.tsx';

interface LeverProps {
  workshop: Workshop;
  column: Column;
  lever: Lever;
}

/** A lever of one design, or that the design has none such. */
export function LeverControl({ workshop, column, lever }: LeverProps) {
  const { currency } = workshop.opened.value!;
  const stated = lever.designs[column.copyOf ?? column.design]?.value;
  if (stated === undefined)
    return (
      <p class="lever none">
        {lever.title}: <em>not in this design</em>
      </p>
    );
  const moved = column.levers[lever.id];
  // A link may hold what no lever of this kind can be.
  const value = moved !== undefined && typeof moved === typeof stated ? moved : stated;
  const isMoved = lever.id in column.levers;
  const move = (to: LeverValue) => workshop.moveLever(column.design, lever.id, to);
  return (
    <div class={`lever ${isMoved ? 'moved' : ''}`}>
      <Control
        lever={lever}
        unit={lever.unit === 'money' ? currency : lever.unit}
        design={column.design}
        value={value}
        stated={stated}
        move={move}
      />
      {(lever.about || lever.source) && (
        <details class="why">
          <summary>
            about<span class="unseen"> {lever.title}</span>
          </summary>
          {lever.about && <p>{lever.about}</p>}
          <p>{lever.doc}</p>
          <p>Source of the value in the scenario: {lever.source}.</p>
        </details>
      )}
      {isMoved && (
        <button
          type="button"
          class="back"
          onClick={() => {
            workshop.resetLevers(column.design, lever.id);
            focusOn(`[id^="${column.design}-${lever.id}"]`);
          }}
        >
          Back<span class="unseen"> to the scenario’s {lever.title}</span>
        </button>
      )}
    </div>
  );
}

interface ControlProps {
  lever: Lever;
  unit?: string;
  design: string;
  value: LeverValue;
  stated: LeverValue;
  move: (to: LeverValue) => void;
}

/** One control a kind of lever. */
function Control({ lever, unit, design, value, stated, move }: ControlProps) {
  const id = `${design}-${lever.id}`;
  switch (lever.kind) {
    case 'number':
      return (
        <Slider
          id={id}
          label={lever.title}
          unit={unit}
          from={lever.from}
          to={lever.to}
          step={lever.step}
          value={value as number}
          stated={stated as number}
          onMove={move}
        />
      );
    case 'choice':
      return (
        <label for={id}>
          {lever.title}
          <select id={id} value={String(value)} onChange={({ currentTarget }) => move(currentTarget.value)}>
            {lever.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.title}
              </option>
            ))}
          </select>
        </label>
      );
    default: {
      const shares = value as Record<string, number>;
      const before = stated as Record<string, number>;
      const parts = lever.parts.filter(({ name }) => name in shares);
      return (
        <fieldset>
          <legend>{lever.title}</legend>
          {parts.map(({ name, title }) => (
            <Slider
              key={name}
              id={`${id}-${name}`}
              label={title}
              unit="%"
              from={0}
              to={100}
              step={1}
              value={percent(shares[name])}
              stated={percent(before[name])}
              onMove={(to) => move(withShare(shares, name, to / 100))}
            />
          ))}
        </fieldset>
      );
    }
  }
}

const percent = (share: number): number => Math.round(share * 1000) / 10;
