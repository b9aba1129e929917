import type { Scenario } from '../model/schema/scenario.ts';

/** What a step of the week does only where a scenario asks for it: the step, words for it, and whether it is on. */
type Part = readonly [step: string, what: string, isOn: (scenario: Scenario) => boolean];

const some = <T>(map: Readonly<Record<string, T>>, test: (value: T) => boolean): boolean =>
  Object.values(map).some(test);
const any = (map: object): boolean => Object.keys(map).length > 0;
const kinds = ({ incentives }: Scenario): string[] => Object.values(incentives).map(({ kind }) => kind);

const parts: readonly Part[] = [
  ['timeline', 'shocks', ({ world }) => any(world.shocks)],
  [
    'arrive',
    'crises',
    ({ clients }) => clients.crisis.onset > 0 || some(clients.groups, ({ inCrisis }) => inCrisis > 0),
  ],
  ['attach', 'caseworkers who leave', ({ caseworkers }) => caseworkers.staffing.turnover.base > 0],
  [
    'attach',
    'clients who do not want the place',
    ({ pathway }) => !(Number(pathway.programme.uptake.text) >= 1),
  ],
  ['attach', 'offices that refuse', ({ pathway }) => pathway.programme.refusal.on],
  [
    'press',
    'pressure by money against a plan',
    ({ offices }) => some(offices, ({ plan, pressure }) => any(plan) && pressure.response > 0),
  ],
  ['press', 'pressure by cash', ({ offices }) => some(offices, ({ cash }) => cash.response > 0)],
  [
    'press',
    'pressure from talk of targets',
    ({ offices }) => some(offices, ({ pressure }) => pressure.base > 0),
  ],
  [
    'press',
    'what instruments hold against offices',
    ({ incentives }) => some(incentives, (terms) => 'heldAgainst' in terms && Number(terms.heldAgainst) > 0),
  ],
  ['allocate', 'duties', ({ caseworkers }) => any(caseworkers.duties)],
  [
    'allocate',
    'required contacts',
    (scenario) => any(scenario.rules) || kinds(scenario).includes('minimumService'),
  ],
  ['allocate', 'screening', ({ caseworkers }) => some(caseworkers.roles, ({ screening }) => screening.on)],
  ['allocate', 'hours that the scheme leaves free', (scenario) => kinds(scenario).includes('slack')],
  ['work', 'a choice between activities', ({ activities }) => Object.keys(activities).length > 1],
  [
    'work',
    'hidden barriers to find',
    ({ clients }) => clients.latent.barrier !== '' && clients.latent.share > 0,
  ],
  ['work', 'practice', ({ caseworkers }) => caseworkers.practice.weight > 0],
  ['work', 'sanctions', (scenario) => kinds(scenario).includes('sanctions')],
  ['outcomes', 'limited openings', ({ world }) => any(world.openings)],
  ['outcomes', 'milestones', ({ pathway }) => any(pathway.milestones)],
  ['outcomes', 'clients who drop out', ({ pathway }) => Number(pathway.programme.dropOut.text) !== 0],
  ['claim', 'payment', ({ incentives }) => any(incentives)],
  [
    'claim',
    'records that wait',
    ({ caseworkers }) => some(caseworkers.duties, ({ kind }) => kind === 'recording'),
  ],
  [
    'claim',
    'invented records',
    ({ caseworkers }) =>
      some(caseworkers.duties, (terms) => terms.kind === 'recording' && terms.misreport.rate > 0),
  ],
  ['claim', 'audits', ({ commissioner }) => commissioner.audit.share > 0],
  ['claim', 'scores of need', ({ commissioner }) => commissioner.scoring.role !== ''],
  ['adapt', 'habits', ({ activities }) => Object.keys(activities).length > 1],
  ['adapt', 'burnout', ({ caseworkers }) => caseworkers.burnout.response > 0],
  [
    'adapt',
    'activities to adopt',
    ({ activities }) => some(activities, ({ adoption }) => adoption !== undefined),
  ],
  ['adapt', 'interventions', ({ interventions }) => any(interventions)],
  ['adapt', 'partners', ({ partners }) => any(partners)],
  ['adapt', 'reviews', ({ commissioner }) => any(commissioner.reviews)],
];

/** One step's parts: those that are on in some design at some time, and those that are off in all of them throughout. */
export interface StepParts {
  on: string[];
  off: string[];
}

/** Which parts of a step are on, by its id. Dated changes are told apart: they are on where there is more than one phase. */
export function partsOfStep(
  step: string,
  designs: readonly { phases: readonly { scenario: Scenario }[] }[],
): StepParts {
  const scenarios = designs.flatMap(({ phases }) => phases.map(({ scenario }) => scenario));
  const own = parts.filter(([id]) => id === step);
  const [on, off] = [true, false].map((wanted) =>
    own.filter(([, , isOn]) => scenarios.some(isOn) === wanted).map(([, what]) => what),
  );
  if (step !== 'timeline') return { on, off };
  const dated = designs.some(({ phases }) => phases.length > 1);
  return dated ? { on: ['dated changes', ...on], off } : { on, off: ['dated changes', ...off] };
}
