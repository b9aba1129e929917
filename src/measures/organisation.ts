import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { organisationDocs } from './organisationDocs.ts';
import { joinSlices, ratioRow, valueRow } from './slices.ts';

/** Staff that comes and goes, cash, and what offices took into use. */
export const organisation: MeasureFamily = {
  id: 'organisation',
  measures: organisationDocs,
  create: (setup) => new OrganisationObserver(setup),
};

class OrganisationObserver implements MeasureObserver {
  /** [role × offices + office] */
  private readonly filled: Float64Array;
  private readonly posts: Float64Array;
  /** [role] */
  private readonly tenure: Float64Array;
  private readonly tenureWeeks: Float64Array;
  private readonly unassigned: Float64Array;
  private clientWeeks = 0;
  private readonly adoptable: boolean[];
  private readonly period: number;

  constructor({ world, scenario }: MeasureSetup) {
    const { roles, offices } = world.names;
    this.filled = new Float64Array(roles.length * offices.length);
    this.posts = new Float64Array(roles.length * offices.length);
    this.tenure = new Float64Array(roles.length);
    this.tenureWeeks = new Float64Array(roles.length);
    this.unassigned = new Float64Array(roles.length);
    this.adoptable = Object.values(scenario.activities).map(({ adoption }) => adoption !== undefined);
    this.period = scenario.caseworkers.staffing.turnover.period;
  }

  observe({ caseworkers, offices, service, step }: World): void {
    const { count, role, office, present, since, caseload } = caseworkers;
    for (let worker = 0; worker < count; worker++) {
      const cell = role[worker] * offices.count + office[worker];
      this.posts[cell]++;
      if (present[worker] === 0) continue;
      this.filled[cell]++;
      if (caseload[worker] === 0) continue;
      this.tenureWeeks[role[worker]]++;
      this.tenure[role[worker]] += step - since[worker] + 1;
    }
    // Caseloads hold everybody who has a caseworker, so that clients need not be gone through.
    this.clientWeeks += service.attachedCount;
    for (let own = 0; own < this.unassigned.length; own++) this.unassigned[own] += service.attachedCount;
    for (let worker = 0; worker < count; worker++) this.unassigned[role[worker]] -= caseload[worker];
  }

  finish(world: World): MeasureRow[] {
    return [
      ...this.staffRows(world),
      ...this.clientRows(world),
      ...cashRows(world),
      ...this.adoptionRows(world),
    ];
  }

  private staffRows({ names, caseworkers, clock }: World): MeasureRow[] {
    const offices = names.offices.length;
    const { filled, posts, tenure, tenureWeeks, period } = this;
    type Belongs = (role: number, office: number) => boolean;
    const over = (column: Float64Array, belongs: Belongs): number =>
      column.reduce(
        (sum, value, cell) => (belongs(Math.floor(cell / offices), cell % offices) ? sum + value : sum),
        0,
      );
    const vacant = posts.map((all, cell) => all - filled[cell]);
    const of = (slice: string, belongs: Belongs): MeasureRow[] => [
      ratioRow(
        'staff.turnover',
        slice,
        period * over(caseworkers.leavers, belongs),
        over(filled, belongs),
        'no post was filled',
      ),
      ratioRow('staff.vacancy', slice, over(vacant, belongs), over(posts, belongs), 'there are no posts'),
    ];
    const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
    const noLoad = 'no caseworker had a client';
    return [
      ...of('', () => true),
      ...names.roles.flatMap((name, role) => of(`role=${name}`, (own) => own === role)),
      ...names.offices.flatMap((name, office) => of(`office=${name}`, (_, own) => own === office)),
      ratioRow('staff.tenure', '', sum(tenure) / clock.stepsPerWeek, sum(tenureWeeks), noLoad),
      ...names.roles.map((name, role) =>
        ratioRow(
          'staff.tenure',
          `role=${name}`,
          tenure[role] / clock.stepsPerWeek,
          tenureWeeks[role],
          noLoad,
        ),
      ),
    ];
  }

  private clientRows({ names, caseworkers }: World): MeasureRow[] {
    const { clientWeeks, unassigned, period } = this;
    const nobody = 'nobody was attached at the end of a week';
    const changes = (slice: string, handovers: number): MeasureRow =>
      ratioRow('staff.handovers', slice, period * handovers, clientWeeks, nobody);
    const without = (slice: string, weeks: number): MeasureRow =>
      ratioRow('unassigned.share', slice, Math.max(0, weeks), clientWeeks, nobody);
    return [
      changes(
        '',
        caseworkers.handovers.reduce((a, b) => a + b, 0),
      ),
      ...names.roles.map((name, role) => changes(`role=${name}`, caseworkers.handovers[role])),
      without('', unassigned[0] ?? clientWeeks),
      ...names.roles.map((name, role) => without(`role=${name}`, unassigned[role])),
    ];
  }

  private adoptionRows({ names, offices, clock }: World): MeasureRow[] {
    const cells = names.activities.flatMap((activity, a) =>
      this.adoptable[a]
        ? names.offices.map((office, o) => ({ activity, office, week: offices.adoptedAt[a][o] }))
        : [],
    );
    const rowsOf = (slice: string, chosen: typeof cells): MeasureRow[] => {
      const weeks = chosen.flatMap(({ week }) => (week >= 0 ? [week / clock.stepsPerWeek] : []));
      const sum = weeks.reduce((a, b) => a + b, 0);
      return [
        ratioRow('adopted.share', slice, weeks.length, chosen.length, 'no activity has to be adopted'),
        ratioRow('adoption.week', slice, sum, weeks.length, 'nobody adopted it'),
      ];
    };
    const activities = [...new Set(cells.map(({ activity }) => activity))];
    return [
      ...rowsOf('', cells),
      ...activities.flatMap((name) =>
        rowsOf(
          `activity=${name}`,
          cells.filter(({ activity }) => activity === name),
        ),
      ),
      ...cells.flatMap((cell) =>
        rowsOf(joinSlices(`activity=${cell.activity}`, `office=${cell.office}`), [cell]),
      ),
    ];
  }
}

function cashRows({ names, offices }: World): MeasureRow[] {
  const sum = offices.cash.reduce((a, b) => a + b, 0);
  const lowest = offices.lowestCash.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const noOffice = 'there is no office';
  return [
    valueRow('office.cash', '', sum, noOffice),
    ...names.offices.map((name, k) => valueRow('office.cash', `office=${name}`, offices.cash[k], noOffice)),
    valueRow('office.lowestCash', '', lowest, noOffice),
    ...names.offices.map((name, k) =>
      valueRow('office.lowestCash', `office=${name}`, offices.lowestCash[k], noOffice),
    ),
  ];
}
