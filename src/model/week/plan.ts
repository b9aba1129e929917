import type { World } from '../world.ts';
import { adapt } from './adapt/adapt.ts';
import { Allocation } from './allocate/allocate.ts';
import { arrive } from './arrive.ts';
import { attach } from './attach.ts';
import { claim } from './claim/claim.ts';
import { observe } from './observe.ts';
import { outcomes } from './outcomes/outcomes.ts';
import { gainPractice } from './practice.ts';
import { press } from './press.ts';
import { sanction } from './sanction.ts';
import { type PhaseStart, timeline } from './timeline.ts';
import { work } from './work.ts';

/** One step of the week: what `streetlevel plan` prints. */
export interface PlannedStep {
  number: number;
  id: string;
  title: string;
  doc: string;
}

/** The week in its fixed order. Each line is one file of this folder. */
export const weekPlan: readonly PlannedStep[] = [
  {
    number: 1,
    id: 'timeline',
    title: 'Scheduled changes',
    doc: 'applies changes and shocks that the timeline or a dated design schedules',
  },
  {
    number: 2,
    id: 'arrive',
    title: 'Referrals',
    doc: 'brings referrals, the same in every design, and crises',
  },
  {
    number: 3,
    id: 'attach',
    title: 'Joining',
    doc: 'caseworkers leave and come; clients want a place or not, offices give or refuse it (creaming at the door)',
  },
  { number: 4, id: 'press', title: 'Pressure', doc: 'turns cash and targets into felt pressure' },
  {
    number: 5,
    id: 'allocate',
    title: 'Dividing hours',
    doc: 'duties that come first, required contacts, screening, then the waterline over the appeal of clients and duties',
  },
  {
    number: 6,
    id: 'work',
    title: 'Contact',
    doc: 'hours go to activities and move barriers, trust, recent contact and practice; some clients are sanctioned',
  },
  {
    number: 7,
    id: 'outcomes',
    title: 'Outcomes',
    doc: 'clients and twins move along the pathway on the same draws',
  },
  { number: 8, id: 'claim', title: 'Money', doc: 'events are recorded, billed and paid; costs are paid' },
  {
    number: 9,
    id: 'adapt',
    title: 'Adapting',
    doc: 'habits and burnout move; offices adopt activities, areas and offices interventions, partners promise and deliver joint work, cash is counted; the commissioner reviews',
  },
  { number: 10, id: 'observe', title: 'Measures', doc: 'measures read the world' },
];

/** The ten steps of a world, bound once and called every week. */
export function bindWeek(
  world: World,
  phases: readonly PhaseStart[],
  allocation = new Allocation(world),
): (() => void)[] {
  const steps: Record<string, () => void> = {
    timeline: () => timeline(world, phases),
    arrive: () => arrive(world),
    attach: () => attach(world),
    press: () => press(world),
    allocate: () => allocation.run(),
    work: () => {
      work(world);
      gainPractice(world);
      sanction(world);
    },
    outcomes: () => outcomes(world),
    claim: () => claim(world),
    adapt: () => adapt(world),
    observe: () => observe(world),
  };
  return weekPlan.map((step) => steps[step.id]);
}
