import { counted } from '../../../words/counted.ts';
import { formatNumber, spellName } from '../../../words/index.ts';
import { HoursInput } from './HoursInput.tsx';
import type { WeekPlan } from './plan.ts';

/** The file and other work that waits on the desk. */
export function DutyRows({
  plan,
  titles,
  refused,
}: {
  plan: WeekPlan;
  titles: Record<string, string>;
  refused: ReadonlySet<string>;
}) {
  const { duties } = plan.desk;
  if (duties.length === 0) return <p>Nothing but clients claims these hours.</p>;
  return (
    <table class="clients">
      <caption>The file and other work. What is not on file does not count.</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Waits</th>
          <th scope="col">Oldest</th>
          <th scope="col">Hours this week</th>
        </tr>
      </thead>
      <tbody>
        {duties.map(({ name, waiting, item, divisible, age, due }) => {
          const title = titles[name] ?? spellName(name);
          return (
            <tr key={name}>
              <th scope="row">{title}</th>
              <td data-label="Waits">
                {formatNumber(waiting, 1)} hours{!divisible && `, ${formatNumber(item)} each`}
              </td>
              <td data-label="Oldest">
                {waiting === 0 ? 'nothing waits' : age === 0 ? 'new' : `${counted(age, 'week')} old`}
                {due > 0 && age > due && <span class="mark">overdue</span>}
              </td>
              <td class="give" data-label="Hours this week">
                <HoursInput
                  id={`duty-${name}`}
                  label={title}
                  value={plan.duties.value[name] ?? 0}
                  least={0}
                  step={item}
                  invalid={refused.has(name)}
                  onMove={(by) => plan.moveDuty(name, by)}
                  onType={(hours) => plan.setDuty(name, hours)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
