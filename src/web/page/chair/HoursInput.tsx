interface HoursInputProps {
  id: string;
  /** For whom or what, read out with the input and its buttons. */
  label: string;
  value: number;
  least: number;
  step: number;
  invalid: boolean;
  onMove: (by: number) => void;
  onType: (hours: number) => void;
}

/** Hours by typing, or by − and +. */
export function HoursInput({ id, label, value, least, step, invalid, onMove, onType }: HoursInputProps) {
  return (
    <span class="hours">
      <button type="button" aria-label={`Less for ${label}`} disabled={value <= 0} onClick={() => onMove(-1)}>
        −
      </button>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        aria-label={`Hours for ${label}`}
        aria-invalid={invalid}
        title={least > 0 ? `0, or at least ${least}` : undefined}
        min={0}
        step="any"
        value={Math.round(value * 1000) / 1000}
        onChange={({ currentTarget }) => {
          const hours = Number(currentTarget.value.replace(',', '.'));
          if (Number.isFinite(hours)) onType(hours);
        }}
      />
      <button type="button" aria-label={`${step} hours more for ${label}`} onClick={() => onMove(1)}>
        +
      </button>
    </span>
  );
}
