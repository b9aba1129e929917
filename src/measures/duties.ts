import { Status } from '../model/service.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { dutiesDocs } from './dutiesDocs.ts';
import type { MeasureFamily, MeasureSetup } from './measure.ts';
import { joinSlices, ratioRow, valueRow } from './slices.ts';
import { sumCells } from './staffCells.ts';

const NO_HOURS = 'no caseworker had hours at hand';

/** How caseworkers' hours are divided between clients, the record, other duties and nothing; and whom prevention kept away. */
export const duties: MeasureFamily = {
  id: 'duties',
  measures: dutiesDocs,
  create: (setup) => ({
    finish: (world) => [...hoursRows(setup, world), ...preventedRows(setup, world)],
  }),
};

function hoursRows({ scenario }: MeasureSetup, world: World): MeasureRow[] {
  const { dutyHours, names } = world;
  const { sums, sumOfDuty } = dutyHours;
  const terms = scenario.caseworkers.duties;
  const useOf = dutyHours.names.map((name) => dutyUse(terms[name]));
  const over = (columns: readonly Float64Array[], role: number | undefined): number =>
    columns.reduce((total, cells) => total + sumCells(world, cells, role), 0);
  const uses: Record<string, readonly Float64Array[]> = {
    clients: [sums.contact],
    formOnly: [sums.token],
    recording: sumOfDuty.filter((_, duty) => useOf[duty] === 'recording'),
    otherDuties: sumOfDuty.filter((_, duty) => useOf[duty] === 'otherDuties'),
    onSlack: sumOfDuty.filter((_, duty) => useOf[duty] === 'onSlack'),
    unclaimed: [sums.lost],
  };
  const share = (
    measure: string,
    slice: string,
    columns: readonly Float64Array[],
    role?: number,
  ): MeasureRow => ratioRow(measure, slice, over(columns, role), over([sums.available], role), NO_HOURS);
  const ofEveryRole = (measure: string, slice: string, columns: readonly Float64Array[]): MeasureRow[] => [
    share(measure, slice, columns),
    ...names.roles.map((name, role) => share(measure, joinSlices(slice, `role=${name}`), columns, role)),
  ];
  const noRecording = 'there is no duty of recording';
  return [
    ...Object.entries(uses).flatMap(([use, columns]) =>
      ofEveryRole('staff.hoursShare', `use=${use}`, columns),
    ),
    ...(useOf.includes('recording')
      ? ofEveryRole('staff.recordingShare', '', uses.recording)
      : [valueRow('staff.recordingShare', '', null, noRecording)]),
    ...(dutyHours.names.length > 0
      ? ofEveryRole('staff.dutyShare', '', sumOfDuty)
      : [valueRow('staff.dutyShare', '', null, 'there are no duties')]),
    ...dutyHours.names.map((name, duty) =>
      share('staff.dutyShare', `duty=${name}`, [sumOfDuty[duty]], names.roles.indexOf(terms[name].role)),
    ),
  ];
}

/** Which use of hours a duty is counted under. */
function dutyUse({ kind, onSlack }: { kind: string; onSlack: boolean }): string {
  if (kind === 'recording') return 'recording';
  return onSlack ? 'onSlack' : 'otherDuties';
}

function preventedRows({ scenario }: MeasureSetup, { names, people, service }: World): MeasureRow[] {
  if (!Object.values(scenario.caseworkers.duties).some(({ kind }) => kind === 'prevention'))
    return [valueRow('prevented.count', '', null, 'there is no duty of prevention')];
  const byOffice = new Float64Array(names.offices.length);
  for (let row = 0; row < people.count; row++)
    if (service.status[row] === Status.prevented) byOffice[service.office[row]]++;
  return [
    valueRow(
      'prevented.count',
      '',
      byOffice.reduce((a, b) => a + b, 0),
      '',
    ),
    ...names.offices.map((name, office) =>
      valueRow('prevented.count', `office=${name}`, byOffice[office], ''),
    ),
  ];
}
