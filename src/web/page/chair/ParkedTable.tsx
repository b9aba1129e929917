import type { ChairDebrief } from '../../../tables/chair.ts';
import { dispositionName, formatNumber, sentenceCase, spellName } from '../../../words/index.ts';
import { Scroller } from '../ui/Scroller.tsx';

const ends = ['completed', 'passedBack'];

/** Each client who got no hour: who they are, trust, what became of them and of the twin, and hours they would have got. */
export function ParkedTable({
  debrief: { parked, dispositions },
  groups,
}: {
  debrief: ChairDebrief;
  groups: Record<string, string>;
}) {
  if (parked.length === 0) return null;
  const names = Object.keys(dispositions);
  const list = (events: readonly { event: string; week: number }[]): string =>
    events
      .filter(({ event }) => !ends.includes(event))
      .map(({ event, week }) => `${spellName(event)} in week ${week + 1}`)
      .join(', ') || 'nothing';
  return (
    <Scroller label="Clients who got no hour">
      <table>
        <caption>
          Clients who got no hour, with what happened to them afterwards, to their twins, and the hours that
          others would have given
        </caption>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">Fifth of true need</th>
            <th scope="col">Trust</th>
            <th scope="col">What happened</th>
            <th scope="col">To the twin</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {sentenceCase(dispositionName(name))}: hours
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parked.map(({ client, group, fifth, trust, here, twin, under }) => (
            <tr key={client}>
              <th scope="row">
                {client} {groups[group] ?? spellName(group)}
              </th>
              <td>{fifth}</td>
              <td>
                {formatNumber(trust.before)} → {formatNumber(trust.after)}
              </td>
              <td>{list(here)}</td>
              <td>{list(twin)}</td>
              {names.map((name) => (
                <td key={name}>{formatNumber(under[name].hours, 1)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
