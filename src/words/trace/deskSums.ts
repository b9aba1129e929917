import type { TracedDesk } from '../../tables/trace.ts';

/** What some steps of a caseworker come to. */
export interface DeskSums {
  /** Steps in which the post was filled and had hours. */
  worked: number;
  vacant: number;
  atHand: number;
  required: number;
  token: number;
  byAppeal: number;
  free: number;
  duties: Record<string, number>;
  /** Means over the steps worked. */
  caseload: number;
  claimants: number;
  served: number;
  pressure: number;
  /** Mean over steps in which somebody was served; null without any. */
  line: number | null;
  /** Mean over the steps that are compared; null without any. */
  goalStrain: number | null;
  /** [fifth − 1] hours with clients. */
  byFifth: number[];
  /** By motive, its share of the appeals of those who were served. */
  motives: Record<string, number>;
}

/** Adds up steps of one caseworker. */
export function sumDesk(steps: readonly TracedDesk[]): DeskSums {
  const worked = steps.filter(({ present, atHand }) => present && atHand > 0);
  const lines = worked.flatMap(({ line }) => line ?? []);
  const strains = worked.flatMap(({ goalStrain }) => goalStrain ?? []);
  const byFifth = [0, 0, 0, 0, 0];
  const duties: Record<string, number> = {};
  const motives: Record<string, number> = {};
  let byAppeal = 0;
  for (const step of worked) {
    for (const { duty, hours } of step.dutyHours) duties[duty] = (duties[duty] ?? 0) + hours;
    for (const { fifth, hours, freeHours, standing, parts } of step.clients) {
      byFifth[fifth - 1] += hours + freeHours;
      if (standing !== 'claimed' || !(hours > 0)) continue;
      byAppeal += hours;
      step.motives.forEach((motive, at) => {
        motives[motive] = (motives[motive] ?? 0) + parts[at];
      });
    }
  }
  const appeal = sum(Object.values(motives));
  return {
    worked: worked.length,
    vacant: steps.filter(({ present }) => !present).length,
    atHand: sum(worked.map(({ atHand }) => atHand)),
    required: sum(worked.map(({ requiredHours }) => requiredHours)),
    token: sum(worked.map(({ tokenHours }) => tokenHours)),
    byAppeal,
    free: sum(worked.map(({ freeHours }) => freeHours)),
    duties,
    caseload: mean(worked.map(({ caseload }) => caseload)) ?? 0,
    claimants: mean(worked.map(({ claimants }) => claimants)) ?? 0,
    served: mean(worked.map(({ served }) => served)) ?? 0,
    pressure: mean(worked.map(({ pressure }) => pressure)) ?? 0,
    line: mean(lines),
    goalStrain: mean(strains),
    byFifth,
    motives: Object.fromEntries(
      Object.entries(motives).map(([motive, part]) => [motive, appeal > 0 ? part / appeal : 0]),
    ),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length;
