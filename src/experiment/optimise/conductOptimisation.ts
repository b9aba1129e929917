import type { Scenario } from '../../model/schema/scenario.ts';
import { seedKey } from '../../random/index.ts';
import type { FrontFindings, FrontMember } from '../../tables/front.ts';
import type { PointRow, StudyPoint } from '../../tables/study.ts';
import { type Evaluate, otherLuck, type PointOutcome, type Settings } from '../study/point.ts';
import { PointLog } from '../study/pointLog.ts';
import { axisValue, isUnordered } from './axisPlaces.ts';
import {
  alongFront,
  type Candidate,
  chooseMembers,
  flatteryOf,
  frontOf,
  inTableOrder,
  standingOf,
  toldOf,
} from './checkFront.ts';
import { type AimValues, aimValues, judge, meanOf } from './luck.ts';
import { searchFront } from './nsga2.ts';
import { type OptimisationPlan, settingsAt } from './planOptimisation.ts';

export interface OptimisationRequest {
  plan: OptimisationPlan;
  /** The design that is varied, and its id. */
  scenario: Scenario;
  design: string;
  /** Points that the search may run, with so many replicates each. */
  budget: number;
  replicates: number;
  /** Replicates with other luck in which the front is told again. */
  checkReplicates: number;
}

export interface Optimisation {
  points: StudyPoint[];
  rows: PointRow[];
  front: FrontFindings;
}

/** Places of a generation: more for a larger budget, so that both width and depth grow. */
export const populationOf = (budget: number): number =>
  2 * Math.round(Math.min(60, Math.max(8, Math.sqrt(2 * budget))) / 2);

/**
 * Searches for the settings that none beats in every goal, then runs these, all that luck cannot tell from them, and the
 * scenario as it stands with other luck, since what was chosen for its numbers has numbers that flatter it.
 */
export async function conductOptimisation(
  request: OptimisationRequest,
  evaluate: Evaluate,
  stated: PointOutcome | undefined,
): Promise<Optimisation> {
  const { plan, scenario, design, replicates } = request;
  const log = new PointLog(evaluate, design);
  const candidates: Candidate[] = [];
  let withoutValue = 0;
  const { end } = await searchFront(
    {
      genes: plan.axes.map((axis) => ({ unordered: isUnordered(axis) })),
      first: plan.own ? [plan.own.place] : [],
      nameOf: (place) => JSON.stringify(plan.axes.map((axis, k) => axisValue(axis, place[k]))),
      judge: async (places) => {
        const first = log.points.length;
        // The search begins with the scenario as it stands, which was run already.
        if (first === 0 && plan.own)
          log.take({ settings: plan.own.settings, replicates }, stated ?? { state: 'missing' });
        const rest = places.slice(log.points.length - first);
        await log.run(
          rest.map((place) => ({ settings: settingsAt(scenario, plan.axes, place), replicates })),
        );
        return places.map((_, i) => {
          const outcome = log.outcomes[first + i];
          if (outcome.state === 'missing') return 'missing';
          const values = aimValues(plan, outcome, design);
          if (values) candidates.push({ point: first + i, values });
          else if (outcome.state === 'done') withoutValue++;
          return judge(plan, values);
        });
      },
    },
    { budget: request.budget, population: populationOf(request.budget), key: seedKey(scenario.seed) },
  );
  const done = log.points.filter(({ state }) => state !== 'missing');
  const told = await checked(request, log, candidates, stated, end === 'stopped');
  return {
    ...log.found(),
    front: {
      design,
      goals: plan.goals,
      limits: plan.limits,
      search: {
        points: done.length,
        budget: request.budget,
        failed: done.filter(({ state }) => state === 'failed').length,
        withoutValue,
      },
      end,
      ...told,
    },
  };
}

/** The front again, with other luck: what it is there, how far it was flattered, and how it compares with the file. */
async function checked(
  { plan, scenario, design, checkReplicates }: OptimisationRequest,
  log: PointLog,
  candidates: readonly Candidate[],
  stated: PointOutcome | undefined,
  stopped: boolean,
): Promise<
  Pick<FrontFindings, 'searched' | 'nearest' | 'file' | 'members' | 'check' | 'nearLeftOut' | 'flattery'>
> {
  const choice = chooseMembers(plan, candidates);
  const chosen = [
    ...choice.front.map((one) => ({ ...one, chosen: 'front' as const })),
    ...choice.near.map((one) => ({ ...one, chosen: 'near' as const })),
  ];
  const ownPoint = plan.own ? 0 : null;
  const seed = otherLuck(scenario.seed);
  const again = (settings: Settings) => ({ settings, replicates: checkReplicates, seed });
  const others = chosen.filter(({ point }) => point !== ownPoint);
  const requests = [again({}), ...others.map(({ point }) => again(log.points[point].settings))];
  const fileCheck = log.points.length;
  const outcomes = stopped ? [] : await log.run(requests);
  const isDone = outcomes.length > 0 && outcomes.every(({ state }) => state !== 'missing');
  const numberOf = (point: number) =>
    point === ownPoint ? fileCheck : fileCheck + 1 + others.findIndex((one) => one.point === point);
  const file = {
    search: aimValues(plan, stated, design),
    checked: isDone ? aimValues(plan, outcomes[0], design) : undefined,
  };
  const all = chosen.map(({ values, ...one }) => ({
    ...one,
    search: values,
    checked: isDone ? aimValues(plan, log.outcomes[numberOf(one.point)], design) : undefined,
  }));
  /** By what is known best: other luck, or that of the search where an interrupt came before. */
  const best = (one: { search: AimValues | undefined; checked: AimValues | undefined }) =>
    isDone ? one.checked : one.search;
  const isMember = all.some(({ point }) => point === ownPoint);
  const compared = isMember ? all : [...all, { ...file, point: null }];
  const front = frontOf(plan, compared.map(best))
    .map((i) => compared[i])
    .sort((a, b) => alongFront(plan, best(a)!, best(b)!));
  const onFront = front.filter(({ point }) => point !== null);
  const places = new Map(onFront.map(({ point }, i) => [point, i + 1]));
  const named = front.map((one) => ({
    values: best(one)!,
    name: one.point === null ? 0 : places.get(one.point)!,
  }));
  const members = all.map(
    ({ point, alike, chosen: how, search, checked: values }): FrontMember => ({
      point,
      checkPoint: isDone ? numberOf(point) : null,
      place: places.get(point) ?? null,
      file: places.has(point) ? `front/${fileNumber(places.get(point)!, onFront.length)}.yaml` : null,
      chosen: how,
      alike,
      settings: { ...log.points[point].settings },
      ...toldOf(plan, {
        search,
        checked: values,
        ...(point !== ownPoint && { file: file.checked }),
        previous: onFront[places.get(point)! - 2]?.checked,
      }),
      standing: standingOf(plan, isDone ? values : search, named),
    }),
  );
  const flattered = all.flatMap(({ chosen: how, point, search, checked: values }) =>
    how === 'front' && point !== ownPoint && values ? [{ search, checked: values }] : [],
  );
  return {
    searched: searchedPoints(plan, candidates),
    nearest: nearestToLimits(plan, candidates),
    file: {
      point: ownPoint,
      ...toldOf(plan, file),
      standing: standingOf(plan, best(file), named),
    },
    members: members.sort(inTableOrder),
    check: { replicates: checkReplicates, seed, done: isDone },
    nearLeftOut: choice.leftOut,
    flattery:
      file.search && file.checked
        ? flatteryOf(plan, flattered, { search: file.search, checked: file.checked })
        : [],
  };
}

function searchedPoints(plan: OptimisationPlan, candidates: readonly Candidate[]): FrontFindings['searched'] {
  const front = new Set(
    frontOf(
      plan,
      candidates.map(({ values }) => values),
    ),
  );
  return candidates.map(({ point, values }, i) => ({
    point,
    goals: values.goals.map(meanOf),
    keeps: judge(plan, values).violation === 0,
    onFront: front.has(i),
  }));
}

/** Of points none of which keeps to the limits the one that breaks them least. */
function nearestToLimits(plan: OptimisationPlan, candidates: readonly Candidate[]): FrontFindings['nearest'] {
  const broken = candidates.map(({ values }) => judge(plan, values).violation);
  const least = Math.min(...broken);
  if (candidates.length === 0 || least === 0) return null;
  const { point, values } = candidates[broken.indexOf(least)];
  return { point, limits: values.limits.map(meanOf) };
}

/** With as many digits as the last, so that files stand in their order. */
const fileNumber = (place: number, of: number): string =>
  String(place).padStart(Math.max(2, String(of).length), '0');
