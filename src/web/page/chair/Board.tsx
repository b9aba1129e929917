import type { ManagerBoard } from '../../../tables/chair.ts';
import { formatMoney, pressureSentence, spellName, targetSentences } from '../../../words/index.ts';
import { Scroller } from '../ui/Scroller.tsx';

/** What the manager has on the wall. */
export function Board({
  board,
  title,
  groups,
  currency,
}: {
  board: ManagerBoard;
  title: string;
  groups: Record<string, string>;
  currency: string;
}) {
  const targets = targetSentences(board);
  const recorded = board.onRecord.filter(({ event }) => event !== 'attached');
  return (
    <details class="board" open>
      <summary>The manager’s board: {title}</summary>
      <p>{pressureSentence(board)}</p>
      <ul>
        {targets.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {targets.length === 0 && <li>No target hangs here.</li>}
        <li>
          {board.attached} clients in the office
          {recorded.length > 0 &&
            `; on record so far: ${recorded.map(({ event, count }) => `${spellName(event)} ${count}`).join(', ')}`}
          .
        </li>
      </ul>
      {board.prices.length > 0 && (
        <Scroller label="What pays">
          <table>
            <caption>What a client’s next one is thought to bring the office</caption>
            <tbody>
              {board.prices.map(({ event, group, money }) => (
                <tr key={event + group}>
                  <th scope="row">
                    {spellName(event)}
                    {group && ` (${groups[group] ?? spellName(group)})`}
                  </th>
                  <td>{formatMoney(money, currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </details>
  );
}
