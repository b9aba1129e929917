import type { Scenario } from './schema/scenario.ts';

/** Offices as columns: who employs caseworkers and is paid. */
export interface OfficeTable {
  readonly count: number;
  /** Share of referrals and posts that the scenario states. */
  readonly share: Float64Array;
  /** Share of referrals now: reviews and league tables may have shifted it. */
  readonly referralShare: Float64Array;
  /** First step without contract; −1 while it lasts. */
  readonly contractEnded: Int32Array;
  /** Pressure that the commissioner’s board puts on, part of π. */
  readonly press: Float64Array;
  /** Pressure π on the office now. */
  readonly pressure: Float64Array;
  /** Pressure as its caseworkers feel it: what the manager passes on. */
  readonly felt: Float64Array;
  /** Exponential average of max(0, planned − actual income) / cost. */
  readonly shortfall: Float64Array;
  /** Income planned at the clients' cohort ages, what came of it, and costs: of the week so far that press compares. */
  readonly planned: Float64Array;
  readonly weekEarned: Float64Array;
  readonly weekCost: Float64Array;
  /** Costs of the last whole week. */
  readonly lastWeekCost: Float64Array;
  /** Costs of this step. */
  readonly cost: Float64Array;
  /** Trust of partners in the office now, in [0, 1]. */
  readonly partnerTrust: Float64Array;
  /** Part of the programme's stay for which the office keeps clients, 1 until it is warned. */
  readonly spellPart: Float64Array;
  /** Pressure of the board that the office knew of after the last step. */
  readonly heardPress: Float64Array;
  /** How far its mission has moved towards payoff alone, in [0, 1]. */
  readonly missionDrift: Float64Array;
  /** Share of its income that comes from the commissioner; kept where missions drift. */
  readonly dependence: Float64Array;
  /** Attached clients at the end of the step. */
  readonly attached: Float64Array;
  /** [office][step]: clients attached in the step, for the plan at cohort age. */
  readonly attachedAt: Float64Array[];
  /** Money from planned kinds of event in the step before. */
  readonly earned: Float64Array;
  /** Money at hand before the first step, at the end of the last step, and at the lowest end of a step so far. */
  readonly cashAtStart: Float64Array;
  readonly cash: Float64Array;
  readonly lowestCash: Float64Array;
  /** [activity][office]: step at which the office adopted it, −1 if never. */
  readonly adoptedAt: Int32Array[];
  /** [activity][office]: step from which caseworkers may choose it: 0 where nothing has to be adopted, `NEVER` before. */
  readonly openFrom: Float64Array[];
}

/** A step that no run reaches. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** Offices before the first step. */
export function createOffices(scenario: Scenario, steps: number): OfficeTable {
  const sections = Object.values(scenario.offices);
  const count = sections.length;
  const shares = Float64Array.from(sections, (section) => section.share);
  const cash = Float64Array.from(sections, (section) => section.cash.start * scenario.scale);
  const zeros = () => new Float64Array(count);
  const menu = Object.values(scenario.activities);
  return {
    count,
    share: shares,
    referralShare: shares.slice(),
    contractEnded: new Int32Array(count).fill(-1),
    press: zeros(),
    pressure: zeros(),
    felt: zeros(),
    shortfall: zeros(),
    planned: zeros(),
    weekEarned: zeros(),
    weekCost: zeros(),
    lastWeekCost: zeros(),
    cost: zeros(),
    spellPart: zeros().fill(1),
    heardPress: zeros(),
    missionDrift: zeros(),
    dependence: zeros(),
    attached: zeros(),
    partnerTrust: Float64Array.from(sections, (section) => section.partnerTrust),
    attachedAt: sections.map(() => new Float64Array(steps)),
    earned: zeros(),
    cashAtStart: cash,
    cash: cash.slice(),
    lowestCash: cash.slice(),
    adoptedAt: menu.map(() => new Int32Array(count).fill(-1)),
    openFrom: menu.map(({ adoption }) => zeros().fill(adoption === undefined ? 0 : NEVER)),
  };
}

/** Whether the office works under a contract at this step: it runs, pays and decides. */
export function isOpen({ contractEnded }: OfficeTable, office: number, step: number): boolean {
  return contractEnded[office] < 0 || step < contractEnded[office];
}
