import { motiveNames } from '../model/staff/motives/registry.ts';
import { dispositionWeights } from '../model/staff/weights.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { MeasureFamily, MeasureSetup } from './measure.ts';
import { providerDocs } from './providerDocs.ts';
import { ratioRow } from './slices.ts';

/** What becomes of providers under a contract: how long they keep clients, and what they want. */
export const provider: MeasureFamily = {
  id: 'provider',
  measures: providerDocs,
  create: (setup) => ({ finish: (world) => [...spellRows(world), ...missionRows(setup, world)] }),
};

function spellRows({ service, people, names, clock }: World): MeasureRow[] {
  const offices = names.offices.length;
  const sums = Array.from({ length: 4 }, () => new Float64Array(offices));
  const [steps, ended, hours, joined] = sums;
  for (let row = 0; row < people.count; row++) {
    if (service.attachedAt[row] < 0) continue;
    const office = service.office[row];
    joined[office]++;
    hours[office] += service.contactHours[row];
    if (service.endedAt[row] < 0) continue;
    ended[office]++;
    steps[office] += service.endedAt[row] + 1 - service.attachedAt[row];
  }
  return [
    ...byOffice('spells.length', names.offices, steps, ended, 'nobody has left', clock.stepsPerWeek),
    ...byOffice('spells.dose', names.offices, hours, joined, 'nobody joined', 1),
  ];
}

function missionRows({ scenario }: MeasureSetup, { caseworkers, names }: World): MeasureRow[] {
  const far = new Float64Array(names.offices.length);
  const present = new Float64Array(names.offices.length);
  for (let worker = 0; worker < caseworkers.count; worker++) {
    if (caseworkers.present[worker] === 0) continue;
    const office = caseworkers.office[worker];
    const row = dispositionWeights(
      names.dispositions[caseworkers.disposition[worker]],
      scenario.caseworkers.dispositions,
    );
    let sum = 0;
    let moved = 0;
    motiveNames.forEach((motive, m) => {
      sum += row[motive];
      moved += Math.abs(caseworkers.weights[m][worker] - row[motive]);
    });
    present[office]++;
    far[office] += sum > 0 ? moved / (2 * sum) : 0;
  }
  return byOffice('mission.drift', names.offices, far, present, 'nobody is in post', 1);
}

/** A ratio over all offices, and of each. */
function byOffice(
  id: string,
  offices: readonly string[],
  above: Float64Array,
  below: Float64Array,
  why: string,
  unit: number,
): MeasureRow[] {
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  return [
    ratioRow(id, '', sum(above) / unit, sum(below), why),
    ...offices.map((name, office) =>
      ratioRow(id, `office=${name}`, above[office] / unit, below[office], why),
    ),
  ];
}
