import { beliefIn } from '../model/adoption/belief.ts';
import { expectedChange, peopleByOffice } from '../model/adoption/believedChange.ts';
import { additionalities, type InterventionState } from '../model/adoption/state.ts';
import { chosen } from '../model/chosen.ts';
import { Status } from '../model/service.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { interventionsDocs } from './interventionsDocs.ts';
import type { MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { joinSlices, ratioRow, valueRow } from './slices.ts';

const NONE = 'there are no interventions';

/** What areas and offices took up, whether the reward brought it, and what it changed. */
export const interventions: MeasureFamily = {
  id: 'interventions',
  measures: interventionsDocs,
  create: (setup) => new InterventionsObserver(setup),
};

/** One intervention of one decider that has a plan or a decision. */
interface Adopted {
  intervention: string;
  point: string;
  area: string;
  /** Groups that it is for. */
  groups: readonly string[];
  additionality: string;
  /** Whether it runs, or is decided or planned, at the end. */
  stands: boolean;
  weeks: number;
  paid: number;
  ended: number;
  sunk: number;
}

class InterventionsObserver implements MeasureObserver {
  /** [area × events + event] */
  private readonly expected: Float64Array;

  constructor(private readonly setup: MeasureSetup) {
    const { areas, interventions: state, names } = setup.world;
    this.expected = new Float64Array(state === undefined ? 0 : areas.names.length * names.events.length);
  }

  observe(world: World): void {
    const { interventions: state, areas, names, phase, step } = world;
    if (state === undefined) return;
    const beyondPlan = state.names.map((_, k) =>
      names.offices.flatMap((_, office) => {
        const at = state.deciderOf[k][office];
        return step >= state.runsFrom[k][at] && step < state.plannedFrom[k][at] ? [office] : [];
      }),
    );
    if (beyondPlan.every((offices) => offices.length === 0)) return;
    const people = peopleByOffice(world);
    const terms = Object.values(phase.scenario.interventions);
    const groups = names.groups.length;
    beyondPlan.forEach((offices, k) => {
      for (const office of offices) {
        const change = expectedChange(world, terms[k], [office], people);
        const first = areas.ofOffice[office] * names.events.length;
        for (let cell = 0; cell < change.length; cell++)
          this.expected[first + Math.floor(cell / groups)] += change[cell];
      }
    });
  }

  finish(world: World): MeasureRow[] {
    const { interventions: state } = world;
    if (state === undefined) return interventionsDocs.map(({ id }) => valueRow(id, '', null, NONE));
    return [
      ...adoptedRows(world, state, adoptedOf(world, state)),
      ...beliefRows(world, state),
      ...this.changeRows(world),
    ];
  }

  private changeRows(world: World): MeasureRow[] {
    const { areas, names } = world;
    const { scenario } = this.setup;
    const events = names.events.flatMap((name, event) =>
      Object.values(scenario.interventions).some(({ expects }) => name in expects) ? [{ name, event }] : [],
    );
    if (events.length === 0)
      return ['interventions.expected', 'interventions.achieved'].map((id) =>
        valueRow(id, '', null, 'nothing is expected of any intervention'),
      );
    const achieved = achievedOf(world);
    const rowsOf = (measure: string, cells: Float64Array): MeasureRow[] =>
      events.flatMap(({ name, event }) => {
        const of = (area: number) => cells[area * names.events.length + event];
        const all = areas.names.reduce((sum, _, area) => sum + of(area), 0);
        return [
          valueRow(measure, `event=${name}`, all, NONE),
          ...areas.names.map((area, at) =>
            valueRow(measure, joinSlices(`area=${area}`, `event=${name}`), of(at), NONE),
          ),
        ];
      });
    return [
      ...rowsOf('interventions.expected', this.expected),
      ...rowsOf('interventions.achieved', achieved),
    ];
  }
}

/** How far areas believe in each intervention at the end. */
function beliefRows(world: World, { names }: InterventionState): MeasureRow[] {
  const areas = world.areas.names;
  return names.flatMap((name, k) => {
    const beliefs = areas.map((_, area) => beliefIn(world, k, area));
    const sum = beliefs.reduce((a, b) => a + b, 0);
    const slice = `intervention=${name}`;
    return [
      ratioRow('interventions.belief', slice, sum, areas.length, 'there are no areas'),
      ...areas.map((area, at) =>
        valueRow('interventions.belief', joinSlices(`area=${area}`, slice), beliefs[at], NONE),
      ),
    ];
  });
}

/** [area × events + event] events of clients less those of their twins. */
function achievedOf({ areas, clients, names, people, service, twins }: World): Float64Array {
  const cells = new Float64Array(areas.names.length * names.events.length);
  for (let row = 0; row < people.count; row++) {
    if (service.status[row] === Status.prevented) continue;
    const first = areas.ofOffice[people.office[row]] * names.events.length;
    for (let event = 0; event < names.events.length; event++)
      cells[first + event] += clients.eventCount[event][row] - twins.eventCount[event][row];
  }
  return cells;
}

const pointOf = ({ point }: { point: string }): string => (point === '' ? 'none' : point);

function adoptedOf({ areas, clock, names, phase, steps }: World, state: InterventionState): Adopted[] {
  return state.names.flatMap((intervention, k) => {
    const terms = phase.scenario.interventions[intervention];
    const reached = chosen(terms.groups, names.groups);
    return state.deciders[k].flatMap((decider, at): Adopted[] => {
      const additionality = state.additionality[k][at];
      if (additionality === undefined) return [];
      return [
        {
          intervention,
          point: pointOf(terms),
          area: areas.names[decider.area],
          groups: names.groups.filter((_, group) => reached[group]),
          additionality,
          stands: state.endedAt[k][at] < 0,
          weeks:
            (state.ranBefore[k][at] + Math.max(0, steps - Math.ceil(state.runsFrom[k][at]))) /
            clock.stepsPerWeek,
          paid: state.paid[k][at],
          ended: state.ended[k][at],
          sunk: state.sunk[k][at],
        },
      ];
    });
  });
}

function adoptedRows(
  { areas, names: { groups }, phase }: World,
  state: InterventionState,
  adopted: readonly Adopted[],
): MeasureRow[] {
  const points = [...new Set(Object.values(phase.scenario.interventions).map(pointOf))];
  const { names } = areas;
  type Slices = Partial<Record<'additionality' | 'area' | 'group' | 'point' | 'intervention', string>>;
  const where = (slices: Slices): Adopted[] =>
    adopted.filter((each) =>
      Object.entries(slices).every(([key, value]) =>
        key === 'group' ? each.groups.includes(value) : each[key as Exclude<keyof Slices, 'group'>] === value,
      ),
    );
  const standing = (slices: Slices): number => where(slices).filter(({ stands }) => stands).length;
  const text = (slices: Slices): string =>
    joinSlices(...Object.entries(slices).map(([key, value]) => `${key}=${value}`));
  const sum = (some: readonly Adopted[], key: 'weeks' | 'paid' | 'ended' | 'sunk'): number =>
    some.reduce((total, each) => total + each[key], 0);
  const byKind = additionalities.map((additionality): Slices => ({ additionality }));
  const byArea = names.map((area): Slices => ({ area }));
  const byName = state.names.map((intervention): Slices => ({ intervention }));
  const across = (slices: readonly Slices[]): Slices[] =>
    slices.flatMap((slice) => byKind.map((kind) => ({ ...slice, ...kind })));
  const byPoint = points.map((point): Slices => ({ point }));
  const byGroup = groups.map((group): Slices => ({ group }));
  const byAreaAndGroup = byArea.flatMap((area) => byGroup.map((group) => ({ ...area, ...group })));
  const none: Slices[] = [{}];
  const counted = [...none, ...byKind, ...byArea, ...byGroup, ...byPoint, ...byName];
  const crossed = [byArea, byGroup, byPoint, byAreaAndGroup].flatMap(across);
  return [
    ...[...counted, ...crossed].map((slices) =>
      valueRow('interventions.count', text(slices), standing(slices), NONE),
    ),
    ...[...none, ...byArea].map((slices) =>
      ratioRow(
        'interventions.newShare',
        text(slices),
        standing({ ...slices, additionality: 'new' }),
        standing(slices),
        'nothing runs there',
      ),
    ),
    ...[...none, ...byGroup].map((slices) =>
      ratioRow(
        'interventions.anyNew',
        text(slices),
        names.filter((area) => standing({ ...slices, area, additionality: 'new' }) > 0).length,
        names.length,
        'there are no areas',
      ),
    ),
    ...[...none, ...byKind, ...byName].map((slices) =>
      ratioRow(
        'interventions.weeks',
        text(slices),
        sum(where(slices), 'weeks'),
        where(slices).length,
        'nothing of the kind runs',
      ),
    ),
    ...[...none, ...byKind, ...byArea, ...byName].map((slices) =>
      valueRow('interventions.cost', text(slices), sum(where(slices), 'paid'), NONE),
    ),
    ...[...none, ...byArea, ...byName].flatMap((slices) => [
      valueRow('interventions.ended', text(slices), sum(where(slices), 'ended'), NONE),
      valueRow('interventions.sunk', text(slices), sum(where(slices), 'sunk'), NONE),
    ]),
  ];
}
