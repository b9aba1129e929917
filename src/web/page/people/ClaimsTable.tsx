import type { CaseworkerStep } from '../../../tables/caseworkerWeek.ts';
import { formatNumber, formatPercent, spellName, standingWords } from '../../../words/index.ts';
import { Scroller } from '../ui/Scroller.tsx';
import type { Watching } from './watching.ts';

/** All clients and items of a division in figures, with each motive's share of the appeal. */
export function ClaimsTable({
  watching,
  step,
  world,
  motives,
}: {
  watching: Watching;
  step: CaseworkerStep;
  world: number;
  motives: readonly string[];
}) {
  const { clients } = watching.worlds.value[world].field;
  const caption = `Caseworker ${step.caseworker}, week ${step.week + 1}`;
  return (
    <Scroller label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">Fifth</th>
            <th scope="col">Standing</th>
            <th scope="col">Hours</th>
            <th scope="col">Appeal</th>
            {motives.map((motive) => (
              <th key={motive} scope="col">
                {spellName(motive)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {step.clients.map((claim) => (
            <tr key={claim.client}>
              <th scope="row">
                <button
                  type="button"
                  onClick={() => watching.tellLife({ world, place: clients.indexOf(claim.client) })}
                >
                  {claim.client}
                </button>
              </th>
              <td>{claim.fifth}</td>
              <td>{standingWords[claim.standing]}</td>
              <td>{formatNumber(claim.hours + claim.freeHours)}</td>
              <td>{claim.standing === 'claimed' ? formatNumber(claim.appeal) : '–'}</td>
              {motives.map((motive) => (
                <td key={motive}>
                  {claim.judged > 0
                    ? formatPercent(claim.parts[step.motives.indexOf(motive)] / claim.judged, 0)
                    : '–'}
                </td>
              ))}
            </tr>
          ))}
          {step.duties.map(({ duty, waiting, size, served, appeal }) => (
            <tr key={`${duty} ${size}`}>
              <th scope="row">{spellName(duty)}</th>
              <td>–</td>
              <td>
                {waiting} {waiting === 1 ? 'item' : 'items'} of {formatNumber(size)} hours, {served} done
              </td>
              <td>{formatNumber(served * size)}</td>
              <td>{formatNumber(appeal)}</td>
              {motives.map((motive) => (
                <td key={motive}>–</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
