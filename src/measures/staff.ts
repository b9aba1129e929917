import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver } from './measure.ts';
import { ratioRow } from './slices.ts';

const WITH_LOAD = 'over caseworker-weeks with at least one client';

const measures: MeasureDoc[] = [
  {
    id: 'staff.burnout',
    kind: 'world',
    unit: 'index from 0 to 1',
    better: 'lower',
    definition: 'Mean burnout of caseworkers in the weeks in which they have clients.',
    formula: `Mean burnout ${WITH_LOAD}.`,
    reading: 'High: load and pressure wear caseworkers out.',
    caveat: 'The rate is assumed: compare designs, do not read the level.',
    slices: ['role'],
  },
  {
    id: 'staff.goalStrain',
    kind: 'world',
    unit: 'share of hours',
    better: 'lower',
    definition: 'Share of contact hours that caseworkers divide otherwise than by their own weights.',
    formula:
      'Σ ½·Σ|h − h°| / Σ hours, over the weeks compared; h° is the division with the caseworker’s own weights, pressure 0 and no required contacts.',
    reading: '0: all that is done is wanted. 1: nothing is.',
    caveat:
      'A behavioural trace of policy alienation, not a feeling; a caseworker who wants payoff strains little.',
    slices: ['role', 'disposition'],
  },
  {
    id: 'staff.caseload',
    kind: 'world',
    unit: 'clients a caseworker',
    definition: 'Caseload of the caseworker of the main role whom a client has, in the average client-week.',
    formula: 'Σ caseload² / Σ caseload over caseworker-weeks: the caseload as clients meet it.',
    reading: 'High: little time for each.',
    caveat: 'Start-up and run-down weeks count, with the few clients that they have.',
    slices: ['role'],
  },
  {
    id: 'staff.pressure',
    kind: 'world',
    unit: 'index',
    definition: 'Mean pressure that offices feel in the weeks in which they have clients.',
    formula: 'Mean pressure over office-weeks with at least one attached client.',
    reading: 'At 1 the weight of payoff is doubled.',
    caveat: 'It comes from income that falls short of the plan at the same cohort age.',
    slices: ['office'],
  },
];

/** The caseworkers' side. */
export const staff: MeasureFamily = {
  id: 'staff',
  measures,
  create: ({ world }) => new StaffObserver(world),
};

class StaffObserver implements MeasureObserver {
  private readonly roleWeeks: Float64Array;
  private readonly roleLoad: Float64Array;
  private readonly roleLoadSquares: Float64Array;
  private readonly roleBurnout: Float64Array;
  private readonly officeWeeks: Float64Array;
  private readonly officePressure: Float64Array;

  constructor(world: World) {
    const roles = world.names.roles.length;
    this.roleWeeks = new Float64Array(roles);
    this.roleLoad = new Float64Array(roles);
    this.roleLoadSquares = new Float64Array(roles);
    this.roleBurnout = new Float64Array(roles);
    this.officeWeeks = new Float64Array(world.offices.count);
    this.officePressure = new Float64Array(world.offices.count);
  }

  observe({ caseworkers, offices }: World): void {
    const { count, role, caseload, burnout } = caseworkers;
    for (let worker = 0; worker < count; worker++) {
      if (caseload[worker] === 0) continue;
      const own = role[worker];
      this.roleWeeks[own]++;
      this.roleLoad[own] += caseload[worker];
      this.roleLoadSquares[own] += caseload[worker] * caseload[worker];
      this.roleBurnout[own] += burnout[worker];
    }
    for (let office = 0; office < offices.count; office++) {
      if (offices.attached[office] === 0) continue;
      this.officeWeeks[office]++;
      this.officePressure[office] += offices.pressure[office];
    }
  }

  finish(world: World): MeasureRow[] {
    const { roles, offices } = world.names;
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    const noLoad = 'no caseworker had a client';
    const byRole = (measure: string, top: Float64Array): MeasureRow[] =>
      roles.map((name, role) => ratioRow(measure, `role=${name}`, top[role], this.roleWeeks[role], noLoad));
    const noClients = 'the office had no clients';
    return [
      ratioRow('staff.burnout', '', sum(this.roleBurnout), sum(this.roleWeeks), noLoad),
      ...byRole('staff.burnout', this.roleBurnout),
      ...strainRows(world),
      // No roles at all is the same as a main role without clients.
      ratioRow('staff.caseload', '', this.roleLoadSquares[0] ?? 0, this.roleLoad[0] ?? 0, noLoad),
      ...roles.map((name, role) =>
        ratioRow('staff.caseload', `role=${name}`, this.roleLoadSquares[role], this.roleLoad[role], noLoad),
      ),
      ratioRow(
        'staff.pressure',
        '',
        sum(this.officePressure),
        sum(this.officeWeeks),
        'no office had clients',
      ),
      ...offices.map((name, k) =>
        ratioRow('staff.pressure', `office=${name}`, this.officePressure[k], this.officeWeeks[k], noClients),
      ),
    ];
  }
}

function strainRows({ caseworkers, names }: World): MeasureRow[] {
  const { count, role, disposition, strain, strainHours, formerStrain, formerStrainHours } = caseworkers;
  const kinds = names.dispositions.length;
  const over = (slice: string, belongs: (role: number, disposition: number) => boolean): MeasureRow => {
    let top = 0;
    let hours = 0;
    for (let worker = 0; worker < count; worker++) {
      if (!belongs(role[worker], disposition[worker])) continue;
      top += strain[worker];
      hours += strainHours[worker];
    }
    // Those who have left count with the hours that they divided.
    for (let cell = 0; cell < formerStrain.length; cell++) {
      if (!belongs(Math.floor(cell / kinds), cell % kinds)) continue;
      top += formerStrain[cell];
      hours += formerStrainHours[cell];
    }
    return ratioRow('staff.goalStrain', slice, top, hours, 'no hours were compared');
  };
  return [
    over('', () => true),
    ...names.roles.map((name, k) => over(`role=${name}`, (own) => own === k)),
    ...names.dispositions.map((name, k) => over(`disposition=${name}`, (_, own) => own === k)),
  ];
}
