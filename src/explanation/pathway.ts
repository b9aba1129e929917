import { said, some, type Telling, type ToldPart } from './telling.ts';

/** The pathway: where clients begin, which moves there are, and what counts as the outcome. */
export function pathwayPart(telling: Telling): ToldPart {
  const { scenario, tell } = telling;
  const { pathway } = scenario;
  const stages = Object.keys(pathway.stages);
  const moves = stages.map((stage) => movesFrom(telling, stage));
  const shown = moves.filter((line) => line !== '');
  const lasting =
    pathway.sustainedEvent === '' ? '' : ` It has lasted with ${tell.event(pathway.sustainedEvent)}.`;
  return {
    id: 'pathway',
    heading: 'What can become of clients',
    lines: said(
      `A client begins in “${tell.title('stage', pathway.start)}”. The outcome is ${tell.event(pathway.mainEvent)}.${lasting}`,
      ...shown,
      ...Object.values(pathway.milestones).map((milestone) => milestoneLine(telling, milestone)),
      stay(telling),
    ),
  };
}

function movesFrom(telling: Telling, stage: string): string {
  const { scenario, tell } = telling;
  const moves = Object.values(scenario.pathway.transitions).filter(({ from }) => from === stage);
  const targets = [...new Set(moves.map(({ to }) => to))];
  const words = targets.map((target) => {
    const events = moves
      .filter(({ to }) => to === target)
      .map(({ emits, openings, per }) => {
        const on = openings === '' ? '' : ' where there is an opening';
        return `${tell.event(emits)}${per === 'contact' ? ' by contact itself' : ''}${on}`;
      });
    const where = target === stage ? 'back to it' : `to “${tell.title('stage', target)}”`;
    return `${where} (${events.join(', ')})`;
  });
  if (words.length === 0) return '';
  return `From “${tell.title('stage', stage)}” clients may move ${some(words, telling)}.`;
}

/** Groups that flags name: those that are true, or else those that are false. */
function whom(flags: Readonly<Record<string, boolean>>): { only: string[]; not: string[] } {
  const only = Object.keys(flags).filter((name) => flags[name]);
  return { only, not: only.length > 0 ? [] : Object.keys(flags) };
}

type Milestone = Telling['scenario']['pathway']['milestones'][string];

function milestoneLine({ tell }: Telling, milestone: Milestone): string {
  const { only, not } = whom(milestone.groups);
  const groups = (names: string[]) => tell.list(names.map((name) => tell.title('group', name)));
  const members = only.length > 0 ? ` (${groups(only)})` : not.length > 0 ? ` (not for ${groups(not)})` : '';
  const { emits, stages, rule, weeks, of, repeat, after } = milestone;
  const where = tell.list(
    Object.keys(stages)
      .filter((name) => stages[name])
      .map((name) => `“${tell.title('stage', name)}”`),
  );
  const long = {
    consecutive: `${tell.counted(weeks, 'week')} in a row`,
    cumulative: `${tell.counted(weeks, 'week')} in all`,
    ofLast: `${tell.number(weeks)} of the last ${tell.counted(of, 'week')}`,
  }[rule];
  const again =
    repeat.times === 0
      ? ''
      : `, and again ${tell.every(repeat.every)} up to ${tell.counted(repeat.times, 'time')}`;
  return `${tell.event(emits)}${members} comes with ${long} in ${where}${after === '' ? '' : `, after ${tell.event(after)}`}${again}.`;
}

function stay({ scenario, tell }: Telling): string {
  const { uptake, dropOut, stay } = scenario.pathway.programme;
  const want = constantly(uptake.text);
  const leave = constantly(dropOut.text);
  const join =
    want === undefined
      ? 'Whether a client who is offered a place wants it depends on the client'
      : want === 1
        ? 'Whoever is offered a place takes it'
        : `${tell.share(want)} of those who are offered a place want it`;
  const go =
    leave === undefined
      ? 'some leave early, by what they find there'
      : leave === 0
        ? 'nobody leaves early'
        : `${tell.share(leave)} leave a week without an outcome`;
  return `${join}; ${go}. Without an outcome a stay ends after ${tell.counted(stay, 'week')}.`;
}

const constantly = (text: string | number): number | undefined =>
  Number.isNaN(Number(text)) ? undefined : Number(text);
