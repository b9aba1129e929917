import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver } from './measure.ts';
import { ratioRow } from './slices.ts';

const measures: MeasureDoc[] = [
  {
    id: 'waiting.perCaseworker',
    kind: 'world',
    unit: 'clients a caseworker at work',
    better: 'lower',
    definition:
      'Clients who claim hours of the main role when a step begins, for each of its caseworkers who has hours for them in the step: whom duties that are taken first leave any.',
    formula:
      'Σ claimants / Σ caseworkers with hours left after duties with `first`, over the steps with referrals in which somebody is at work. Claimants are attached in a stage that claims the role; who came in the step counts.',
    reading: 'High: many are before the door, and the caseworker has to choose.',
    caveat:
      'Where clients belong to caseworkers and not to a team, those of absent caseworkers are shared out in this number and not in fact.',
    slices: ['role', 'office', 'role,office'],
  },
];

/** How many are before the door. */
export const waiting: MeasureFamily = {
  id: 'waiting',
  measures,
  create: ({ world, scenario }) => new WaitingObserver(world, scenario.clock.referralWeeks),
};

class WaitingObserver implements MeasureObserver {
  private readonly claimants: Float64Array;
  private readonly atWork: Float64Array;

  constructor(
    { caseworkers }: World,
    private readonly referralSteps: number,
  ) {
    this.claimants = new Float64Array(caseworkers.waiting.length);
    this.atWork = new Float64Array(caseworkers.waiting.length);
  }

  observe({ caseworkers, step }: World): void {
    if (step >= this.referralSteps) return;
    for (let cell = 0; cell < this.claimants.length; cell++) {
      if (caseworkers.atWork[cell] === 0) continue;
      this.claimants[cell] += caseworkers.waiting[cell];
      this.atWork[cell] += caseworkers.atWork[cell];
    }
  }

  finish({ names }: World): MeasureRow[] {
    const offices = names.offices.length;
    const over = (slice: string, role: number, belongs: (office: number) => boolean): MeasureRow => {
      let top = 0;
      let bottom = 0;
      for (let office = 0; office < offices; office++) {
        if (!belongs(office)) continue;
        top += this.claimants[role * offices + office] ?? 0;
        bottom += this.atWork[role * offices + office] ?? 0;
      }
      return ratioRow('waiting.perCaseworker', slice, top, bottom, 'nobody was at work');
    };
    return [
      over('', 0, () => true),
      ...names.roles.map((name, role) => over(`role=${name}`, role, () => true)),
      ...names.roles.flatMap((name, role) =>
        names.offices.map((office, k) => over(`role=${name},office=${office}`, role, (own) => own === k)),
      ),
    ];
  }
}
