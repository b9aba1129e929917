import { WEEKS_A_YEAR } from '../model/clock.ts';
import { budgetStates, POOLED } from '../model/partnership/state.ts';
import { trustOfOthers } from '../model/partnership/trust.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { jointCostRows } from './jointCost.ts';
import type { MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { partnershipDocs } from './partnershipDocs.ts';
import { joinSlices, ratioRow, valueRow } from './slices.ts';

/** What partners promised and delivered, how they trusted one another, and how they kept budgets. */
export const partnership: MeasureFamily = {
  id: 'partnership',
  measures: partnershipDocs,
  create: (setup) => new PartnershipObserver(setup),
};

const NO_STEPS = 'nobody was referred in any week';
const NO_REVIEW = 'no promise was judged while clients were referred';

/** Where a sum is taken: all areas and partners if absent. */
interface Cells {
  area?: number;
  partner?: number;
}

/** Looks at partners while clients are referred; counts are those of the last such step. */
class PartnershipObserver implements MeasureObserver {
  private readonly referralSteps: number;
  private steps = 0;
  /** [area × partners + partner] sums over steps; trust is that of the others in the partner. */
  private promised = new Float64Array(0);
  private delivered = new Float64Array(0);
  private trust = new Float64Array(0);
  /** [area × states + state] steps. */
  private budgets = new Float64Array(0);
  /** As they stand after the last step that was looked at. */
  private trustNow = new Float64Array(0);
  private kept = new Float64Array(0);
  private judged = new Float64Array(0);
  private left = new Float64Array(0);
  private collapses = new Float64Array(0);
  /** [area] sum over steps of what is believed at stake. */
  private stake = new Float64Array(0);

  constructor({ world, scenario }: MeasureSetup) {
    this.referralSteps = scenario.clock.referralWeeks;
    const { partnership: state } = world;
    if (state === undefined) return;
    const areas = state.budgets.length;
    const cells = () => new Float64Array(areas * state.names.length);
    this.promised = cells();
    this.delivered = cells();
    this.trust = cells();
    this.trustNow = cells();
    this.stake = new Float64Array(areas);
    this.budgets = new Float64Array(areas * budgetStates.length);
  }

  observe({ partnership: state, step }: World): void {
    if (state === undefined || step >= this.referralSteps) return;
    const n = state.names.length;
    this.steps++;
    for (let cell = 0; cell < this.promised.length; cell++) {
      this.promised[cell] += state.promised[cell];
      this.delivered[cell] += state.delivered[cell];
      this.trustNow[cell] = trustOfOthers(state.trust[Math.floor(cell / n)], n, cell % n);
      this.trust[cell] += this.trustNow[cell];
    }
    state.budgets.forEach((place, area) => {
      this.budgets[area * budgetStates.length + place]++;
      this.stake[area] += state.stake[area];
    });
    this.kept = state.kept.slice();
    this.judged = state.judged.slice();
    this.left = state.leadersLeft.slice();
    this.collapses = state.collapses.slice();
  }

  finish(world: World): MeasureRow[] {
    if (world.partnership === undefined) return [];
    return [
      ...this.effortRows(world),
      ...this.trustRows(world),
      ...this.budgetRows(world),
      ...this.spanRows(world),
      ...jointCostRows(world),
    ];
  }

  /** Slices with their cells: the whole, each partner, each area, and each partner in each area. */
  private slices({ partnership: state, areas }: World): [string, Cells][] {
    const partners = (state?.names ?? []).map((name, partner): [string, Cells] => [
      `partner=${name}`,
      { partner },
    ]);
    return [
      ['', {}],
      ...partners,
      ...areas.names.flatMap((name, area): [string, Cells][] => [
        [`area=${name}`, { area }],
        ...partners.map(([slice, cells]): [string, Cells] => [
          joinSlices(`area=${name}`, slice),
          { area, ...cells },
        ]),
      ]),
    ];
  }

  /** Sum of a column over cells, each times the weight of its partner. */
  private over(
    { partnership: state }: World,
    column: Float64Array,
    { area, partner }: Cells,
    weights?: Float64Array,
  ) {
    const n = state?.names.length ?? 0;
    return column.reduce((sum, value, cell) => {
      const chosen =
        (area === undefined || area === Math.floor(cell / n)) &&
        (partner === undefined || partner === cell % n);
      return chosen ? sum + value * (weights?.[cell % n] ?? 1) : sum;
    }, 0);
  }

  private effortRows(world: World): MeasureRow[] {
    const influence = world.partnership?.influence;
    const mean = (measure: string, column: Float64Array): MeasureRow[] =>
      this.slices(world).map(([slice, cells]) => {
        const areas = cells.area === undefined ? world.areas.names.length : 1;
        // Of one partner its own effort; of all together each by what hangs on it.
        const weights = cells.partner === undefined ? influence : undefined;
        return ratioRow(
          measure,
          slice,
          this.over(world, column, cells, weights),
          areas * this.steps,
          NO_STEPS,
        );
      });
    return [
      ...mean('partnership.jointShare', this.delivered),
      ...mean('partnership.promised', this.promised),
      ratioRow('partnership.stake', '', sum(this.stake), this.stake.length * this.steps, NO_STEPS),
      ...world.areas.names.map((name, area) =>
        ratioRow('partnership.stake', `area=${name}`, this.stake[area], this.steps, NO_STEPS),
      ),
    ];
  }

  private trustRows(world: World): MeasureRow[] {
    const n = world.partnership?.names.length ?? 0;
    const slices = this.slices(world);
    const pairs = ({ area, partner }: Cells): number =>
      (area === undefined ? world.areas.names.length : 1) * (partner === undefined ? n : 1);
    const years = (cells: Cells): number =>
      (pairs(cells) * this.steps) / world.clock.stepsPerWeek / WEEKS_A_YEAR;
    return [
      ...slices.map(([slice, cells]) =>
        ratioRow(
          'partnership.trust',
          slice,
          this.over(world, this.trust, cells),
          pairs(cells) * this.steps,
          NO_STEPS,
        ),
      ),
      ...slices.map(([slice, cells]) =>
        this.steps === 0
          ? valueRow('partnership.trustEnd', slice, null, NO_STEPS)
          : ratioRow(
              'partnership.trustEnd',
              slice,
              this.over(world, this.trustNow, cells),
              pairs(cells),
              NO_STEPS,
            ),
      ),
      ...slices.map(([slice, cells]) =>
        ratioRow(
          'partnership.kept',
          slice,
          this.over(world, this.kept, cells),
          this.over(world, this.judged, cells),
          NO_REVIEW,
        ),
      ),
      ...slices.map(([slice, cells]) =>
        ratioRow(
          'partnership.leadersLeft',
          slice,
          this.over(world, this.left, cells),
          years(cells),
          NO_STEPS,
        ),
      ),
    ];
  }

  private budgetRows({ areas }: World): MeasureRow[] {
    const states = budgetStates.length;
    const inState = (state: number, area?: number): number =>
      this.budgets.reduce(
        (total, steps, cell) =>
          cell % states === state && (area === undefined || area === Math.floor(cell / states))
            ? total + steps
            : total,
        0,
      );
    const all = areas.names.length * this.steps;
    return [
      ratioRow('partnership.pooled', '', inState(POOLED), all, NO_STEPS),
      ...areas.names.map((name, area) =>
        ratioRow('partnership.pooled', `area=${name}`, inState(POOLED, area), this.steps, NO_STEPS),
      ),
      ...budgetStates.map((name, state) =>
        ratioRow('partnership.budgets', `state=${name}`, inState(state), all, NO_STEPS),
      ),
      valueRow('partnership.collapses', '', sum(this.collapses), ''),
      ...areas.names.map((name, area) =>
        valueRow('partnership.collapses', `area=${name}`, this.collapses[area] ?? 0, ''),
      ),
    ];
  }

  private spanRows({ phase }: World): MeasureRow[] {
    const spans = Object.entries(phase.scenario.partners);
    const none = 'there are no partners';
    return [
      ratioRow('partnership.spanRatio', '', sum(spans.map(([, { span }]) => span)), spans.length, none),
      ...spans.map(([name, { span }]) => valueRow('partnership.spanRatio', `partner=${name}`, span, '')),
    ];
  }
}

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
