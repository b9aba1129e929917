import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ChairDesk } from '../../../tables/chair.ts';
import { deskHints, formatNumber, spellName } from '../../../words/index.ts';
import type { Seated } from '../../engine/chair.ts';
import { Scroller } from '../ui/Scroller.tsx';
import { Board } from './Board.tsx';
import { ClientRows } from './ClientRows.tsx';
import { DutyRows } from './DutyRows.tsx';
import { Phone } from './Phone.tsx';
import { ProblemList } from './ProblemList.tsx';
import { fills, orders, WeekPlan } from './plan.ts';
import type { SittingState } from './sitting.ts';

/** One week's desk as a form: the phone first, then the board, the clients, the file, and the hours that are left. */
export function DeskForm({
  sitting,
  seated,
  desk,
}: {
  sitting: SittingState;
  seated: Seated;
  desk: ChairDesk;
}) {
  const { titles, settings, divisions, before, currency } = seated;
  const plan = useMemo(() => new WeekPlan(desk, divisions.at(-1), before), [desk]);
  const order = useSignal('id');
  // Who takes a week back has answered its calls: the phone does not ring again.
  const calls = useMemo(() => (before ? [] : desk.clients.filter(({ crisis }) => crisis)), [desk]);
  const answered = useSignal(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const caller = calls[answered.value];
  // Whoever reads by ear begins each week at its heading.
  useEffect(() => {
    if (!caller) heading.current?.focus();
  }, [caller]);
  const clients = useMemo(() => [...desk.clients].sort(orders[order.value].compare), [desk, order.value]);
  const refused = new Set(sitting.problems.value.map(({ about }) => about));
  const close = (event: Event) => {
    event.preventDefault();
    void sitting.divide(plan.division);
  };
  const groups = titles.group ?? {};
  return (
    <form class="desk" onSubmit={close} onKeyDown={stayInField} noValidate>
      {caller && (
        <Phone
          key={caller.id}
          client={caller}
          group={groups[caller.group] ?? spellName(caller.group)}
          call={answered.value + 1}
          of={calls.length}
          left={plan.left.value}
          onAnswer={() => {
            plan.setClient(caller.id, caller.shortest);
            answered.value++;
          }}
          onRing={() => answered.value++}
        />
      )}
      <h2 ref={heading} tabIndex={-1}>
        Week {desk.week + 1}: {desk.sitting} of {desk.weeks} in the chair
      </h2>
      <HoursAtHand desk={desk} titles={titles.duty ?? {}} />
      <Board
        board={desk.board}
        title={titles.office?.[desk.board.office] ?? spellName(desk.board.office)}
        groups={groups}
        currency={currency}
      />
      {settings.hints && (
        <section class="hints" aria-label="Hints">
          <ul>
            {deskHints(desk).map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </section>
      )}
      <fieldset class="fills">
        <legend>Fill in at once, and change what you like</legend>
        <div class="buttons">
          {(Object.keys(fills) as (keyof typeof fills)[]).map((how) => (
            <button
              key={how}
              type="button"
              disabled={how === 'last' && divisions.length === 0}
              onClick={() => plan.fill(how)}
            >
              {fills[how]}
            </button>
          ))}
        </div>
        <label class="sort">
          Order of clients
          <select value={order.value} onChange={({ currentTarget }) => (order.value = currentTarget.value)}>
            {Object.entries(orders).map(([id, { title }]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      <Scroller label="Clients on the desk">
        <ClientRows
          plan={plan}
          clients={clients}
          groups={groups}
          stages={titles.stage ?? {}}
          refused={refused}
        />
      </Scroller>
      <Scroller label="The file and other work">
        <DutyRows plan={plan} titles={titles.duty ?? {}} refused={refused} />
      </Scroller>
      <ProblemList sitting={sitting} />
      <HoursLeft plan={plan} busy={sitting.busy.value !== ''}>
        {divisions.length > 0 && (
          <button type="button" onClick={() => void sitting.takeBack()}>
            Take last week back
          </button>
        )}
        <button type="button" onClick={() => sitting.getUp()}>
          Get up
        </button>
      </HoursLeft>
    </form>
  );
}

/** What of the paid week is left to divide, and what took the rest. */
function HoursAtHand({ desk, titles }: { desk: ChairDesk; titles: Record<string, string> }) {
  const { paid, contact, first, atHand } = desk.hours;
  const taken = first.map(
    ({ name, hours }) => `${titles[name] ?? spellName(name)} ${formatNumber(hours, 1)}`,
  );
  return (
    <p>
      Of {formatNumber(paid, 1)} paid hours, {formatNumber(contact, 1)} are left by administration at this
      caseload
      {taken.length > 0 && `; first come ${taken.join(', ')}`}.{' '}
      <b>{formatNumber(atHand, 1)} are yours to divide</b> among {desk.clients.length} clients
      {desk.duties.length > 0 && ' and what else is on the desk'}.
    </p>
  );
}

/** The hours left, always in sight and said when they change, and the button that closes the week. */
function HoursLeft({
  plan,
  busy,
  children,
}: {
  plan: WeekPlan;
  busy: boolean;
  children: preact.ComponentChildren;
}) {
  const left = plan.left.value;
  const over = left < 0;
  return (
    <div class={over ? 'left over' : 'left'}>
      <p role="status">
        {over
          ? `✗ ${formatNumber(-left, 2)} hours too many`
          : `${formatNumber(left, 2)} of ${formatNumber(plan.desk.hours.atHand, 2)} hours left`}
      </p>
      <div class="buttons">
        <button type="submit" class="main" disabled={busy}>
          Close the week
        </button>
        {children}
      </div>
    </div>
  );
}

/** Enter in a field of hours ends the number and not the week. */
function stayInField(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
