interface SliderProps {
  id: string;
  label: string;
  unit?: string;
  from: number;
  to: number;
  step: number;
  value: number;
  /** Where the scenario has it. */
  stated: number;
  onMove: (value: number) => void;
}

/** A number by dragging or by typing. */
export function Slider({ id, label, unit, from, to, step, value, stated, onMove }: SliderProps) {
  // A scenario may stand outside the ends, or between two steps, of a lever.
  const least = Math.min(from, stated, value);
  const most = Math.max(to, stated, value);
  const typed = (text: string) => {
    const number = Number(text);
    if (text.trim() !== '' && Number.isFinite(number)) onMove(Math.min(most, Math.max(least, number)));
  };
  return (
    <div class="slider">
      <label for={id}>
        {label}
        {unit && <span class="unit"> ({unit})</span>}
      </label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={isOnSteps(value, least, step) ? step : 'any'}
        value={value}
        aria-valuetext={`${value}${unit ? ` ${unit}` : ''}, in the scenario ${stated}`}
        onInput={({ currentTarget }) => onMove(snapped(Number(currentTarget.value), least, most, step))}
      />
      <input
        type="number"
        aria-label={`${label}${unit ? `, ${unit}` : ''}: as a number`}
        min={least}
        max={most}
        step="any"
        value={value}
        onChange={({ currentTarget }) => typed(currentTarget.value)}
      />
    </div>
  );
}

/** The nearest step, without the rounding of binary fractions; the ends are always reached. */
function snapped(value: number, least: number, most: number, step: number): number {
  const steps = Math.round((value - least) / step);
  return Math.min(most, Number((least + steps * step).toPrecision(12)));
}

const isOnSteps = (value: number, least: number, step: number): boolean =>
  Math.abs((value - least) / step - Math.round((value - least) / step)) < 1e-9;
