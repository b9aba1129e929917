import { fifthName, formatNumber, formatPercent, sentenceCase } from '../../../words/index.ts';
import { Scroller } from '../ui/Scroller.tsx';
import type { Watching } from './watching.ts';

const share = (top: number, bottom: number): string => (bottom === 0 ? '–' : formatPercent(top / bottom, 0));
const number = (value: number): string => (Number.isNaN(value) ? '–' : formatNumber(value));

/** What the field shows, as a table: one row a fifth. */
export function SumsTable({ watching, world }: { watching: Watching; world: number }) {
  const week = watching.week.value;
  const { field, frames } = watching.worlds.value[world];
  const frame = frames[week];
  if (!frame) return null;
  const { sums } = frame;
  const title = `${field.title}, week ${week + 1}`;
  return (
    <Scroller label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Fifth of need</th>
            <th scope="col">Without outcome</th>
            <th scope="col">Parked now</th>
            <th scope="col">Hours a client-week now</th>
            <th scope="col">Hours a client-week so far</th>
            <th scope="col">Parked so far</th>
          </tr>
        </thead>
        <tbody>
          {[0, 1, 2, 3, 4].map((k) => (
            <tr key={k}>
              <th scope="row">{sentenceCase(fifthName(k + 1))}</th>
              <td>{sums.claiming[k]}</td>
              <td>{share(sums.parked[k], sums.claiming[k])}</td>
              <td>{number(sums.hours[k])}</td>
              <td>{number(sums.hoursSoFar[k])}</td>
              <td>{Number.isNaN(sums.parkedSoFar[k]) ? '–' : formatPercent(sums.parkedSoFar[k], 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
