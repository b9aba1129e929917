import type { Life } from '../tables/life.ts';
import { counted } from './counted.ts';
import { formatNumber, listInWords, spellName } from './format.ts';

/** What two designs did to one person, in figures as they are read; the twin has neither hours nor a place. */
export interface LifeFigure {
  what: string;
  here: string;
  there: string;
  twin: string;
}

/** Whether two lives are those of one person: designs may refer other people, whose numbers mean nobody in particular. */
export function isSamePerson({ person: a }: Life, { person: b }: Life): boolean {
  const fixed = ({ group, fifth, need, motivation, barriers }: Life['person']) =>
    JSON.stringify([group, fifth, need, motivation, barriers]);
  return fixed(a) === fixed(b);
}

const hoursOf = (life: Life): number => life.hours.reduce((sum, each) => sum + each, 0);

/** Week of the first main event, counted from 1; null where there was none. */
const outcomeWeek = ({ entries, mainEvent }: Life): number | null => {
  const first = entries.find((each) => each.kind === 'event' && each.event === mainEvent);
  return first ? first.week + 1 : null;
};
const twinWeek = ({ twin, mainEvent }: Life): number | null => {
  const first = twin.find(({ event }) => event === mainEvent);
  return first ? first.week + 1 : null;
};

const inWeek = (week: number | null): string => (week === null ? 'none' : `in week ${week}`);
const weeks = (count: number): string => counted(count, 'week');

/** Hours, parked weeks and outcome of one person under two designs, and of the twin without service. */
export function lifeFigures(life: Life, other: Life): LifeFigure[] {
  return [
    {
      what: 'Hours of contact',
      here: formatNumber(hoursOf(life), 1),
      there: formatNumber(hoursOf(other), 1),
      twin: 'none',
    },
    {
      what: 'Weeks parked',
      here: String(Math.round(life.weeksParked)),
      there: String(Math.round(other.weeksParked)),
      twin: '–',
    },
    {
      what: `First outcome (${spellName(life.mainEvent)})`,
      here: inWeek(outcomeWeek(life)),
      there: inWeek(outcomeWeek(other)),
      twin: inWeek(twinWeek(life)),
    },
  ];
}

/** What differed for one person with the same luck under another design, in a sentence; `title` is that of the other. */
export function underOther(life: Life, other: Life, title: string): string {
  const hours = Math.round((hoursOf(other) - hoursOf(life)) * 10) / 10;
  const parked = Math.round(other.weeksParked) - Math.round(life.weeksParked);
  const [here, there] = [outcomeWeek(life), outcomeWeek(other)];
  const event = spellName(life.mainEvent);
  const amount = formatNumber(Math.abs(hours), 1);
  const parts = [
    ...(hours === 0
      ? []
      : [`got ${amount} ${amount === '1.0' ? 'hour' : 'hours'} ${hours > 0 ? 'more' : 'less'}`]),
    ...(parked === 0 ? [] : [`was parked for ${weeks(Math.abs(parked))} ${parked > 0 ? 'more' : 'less'}`]),
    ...(here === there ? [] : [outcomeAgainst(event, here, there)]),
  ];
  const who = `Under “${title}” the same person with the same luck`;
  return parts.length === 0
    ? `${who} got the same hours, was parked for as long and had the outcome in the same week, or as here none.`
    : `${who} ${listInWords(parts)}.`;
}

function outcomeAgainst(event: string, here: number | null, there: number | null): string {
  if (there === null) return `had no outcome (${event}), which came in week ${here} here`;
  if (here === null) return `had the outcome (${event}) in week ${there}, which never came here`;
  const apart = Math.abs(there - here);
  return `had the outcome (${event}) ${weeks(apart)} ${there < here ? 'earlier' : 'later'}, in week ${there}`;
}
