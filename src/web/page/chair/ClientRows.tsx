import type { SeenClient } from '../../../tables/chair.ts';
import { counted } from '../../../words/counted.ts';
import { formatNumber, spellName } from '../../../words/index.ts';
import { HoursInput } from './HoursInput.tsx';
import { STEP, type WeekPlan } from './plan.ts';

interface ClientRowsProps {
  plan: WeekPlan;
  clients: readonly SeenClient[];
  groups: Record<string, string>;
  stages: Record<string, string>;
  /** Clients whose hours were refused. */
  refused: ReadonlySet<string>;
}

/** A row a client: what the caseworker sees, and hours to give. On a narrow screen each row is a card. */
export function ClientRows({ plan, clients, groups, stages, refused }: ClientRowsProps) {
  const { inFormHours } = plan.desk;
  return (
    <table class="clients">
      <caption>Clients on the desk. Need and motivation as they look to you, from 0 to 1.</caption>
      <thead>
        <tr>
          <th scope="col">Client</th>
          <th scope="col">Need</th>
          <th scope="col">Motivation</th>
          <th scope="col">Hard to deal with</th>
          <th scope="col">Last seen</th>
          <th scope="col">Hours so far</th>
          <th scope="col">On record</th>
          <th scope="col">Hours this week</th>
          {inFormHours !== null && <th scope="col">In form only</th>}
        </tr>
      </thead>
      <tbody>
        {clients.map((client) => {
          const { id, required } = client;
          return (
            <tr key={id} class={(plan.clients.value[id] ?? 0) > 0 ? 'given' : ''}>
              <th scope="row">
                <span class="who">{id}</span> {groups[client.group] ?? spellName(client.group)}
                {!client.counts && (
                  <span class="mark">{stages[client.stage] ?? spellName(client.stage)}</span>
                )}
                {client.crisis && <span class="mark crisis">☎ in a crisis</span>}
                {client.passedBack && <span class="mark">passed back</span>}
                {required?.due && <span class="mark">due by the rule</span>}
                {client.sanctioned && <span class="mark">sanctioned</span>}
              </th>
              <td data-label="Need">
                <Level value={client.appearance} />
              </td>
              <td data-label="Motivation">
                <Level value={client.motivation} />
              </td>
              <td data-label="Hard to deal with">
                <Level value={client.awkwardness} />
              </td>
              <td data-label="Last seen">{lastSeen(client)}</td>
              <td data-label="Hours so far">{formatNumber(client.contactHours, 1)}</td>
              <td data-label="On record">{recordOf(client)}</td>
              <td class="give" data-label="Hours this week">
                <HoursInput
                  id={`hours-${id}`}
                  label={id}
                  value={plan.clients.value[id] ?? 0}
                  least={client.shortest}
                  step={STEP}
                  invalid={refused.has(id)}
                  onMove={(by) => plan.moveClient(client, by * STEP)}
                  onType={(hours) => plan.setClient(id, hours)}
                />
              </td>
              {inFormHours !== null && (
                <td data-label="In form only">
                  <label class="option">
                    <input
                      type="checkbox"
                      aria-label={`A contact in form only on file for ${id}`}
                      checked={plan.inForm.value.includes(id)}
                      disabled={!required?.due}
                      onChange={({ currentTarget }) => plan.setInForm(id, currentTarget.checked)}
                    />
                    {formatNumber(inFormHours)} h
                  </label>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A number from 0 to 1 with a bar that says the same. */
function Level({ value }: { value: number }) {
  return (
    <span class="level">
      <span class="bar" aria-hidden="true">
        <span style={{ width: `${100 * value}%` }} />
      </span>
      {value.toFixed(2)}
    </span>
  );
}

function lastSeen({ weeksSinceContact, weeksOnCaseload }: SeenClient): string {
  if (weeksSinceContact === null)
    return weeksOnCaseload === 0 ? 'new' : `never, in ${counted(weeksOnCaseload, 'week')}`;
  return weeksSinceContact === 1 ? 'last week' : `${weeksSinceContact} weeks ago`;
}

function recordOf({ recorded, score, required }: SeenClient): string {
  const events = recorded.filter((event) => event !== 'attached').map(spellName);
  return [
    ...events,
    ...(score === null ? [] : [`scored ${formatNumber(score)}`]),
    ...(required ? [`contact ${counted(required.weeksOnFile, 'week')} ago`] : []),
  ].join(', ');
}
