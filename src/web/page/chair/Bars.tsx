import { Scroller } from '../ui/Scroller.tsx';

/** One row of bars: its name, and a value in each column; null where there is none. */
export interface BarRow {
  name: string;
  values: readonly (number | null)[];
  /** Whether it is the student's. */
  yours?: boolean;
}

/**
 * A small chart that is a table: in each cell a bar and its number. Bars begin at 0, in the middle where values lie on both
 * sides, and all columns have one scale.
 */
export function Bars({
  caption,
  head,
  rows,
  write,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly BarRow[];
  write: (value: number | null) => string;
}) {
  const all = rows.flatMap(({ values }) => values.filter((value) => value !== null));
  const most = Math.max(1e-9, ...all.map(Math.abs));
  const zero = all.some((value) => value < 0) ? 50 : 0;
  return (
    <Scroller label={caption}>
      <table class="bars">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {['Who', ...head].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values, yours }, row) => (
            <tr key={row} class={yours ? 'yours' : ''}>
              <th scope="row">{name}</th>
              {values.map((value, at) => {
                const width = ((value === null ? 0 : Math.abs(value)) / most) * (100 - zero);
                const start = value !== null && value < 0 ? zero - width : zero;
                return (
                  <td key={head[at]}>
                    <span class="bar" aria-hidden="true">
                      <span style={{ marginLeft: `${start}%`, width: `${width}%` }} />
                    </span>
                    {write(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
