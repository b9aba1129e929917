import { programmeEvents } from '../model/names.ts';
import { Status } from '../model/service.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { RowRange } from './cohort.ts';
import { NOBODY_ATTACHED, wasReferred } from './follow.ts';
import type { MeasureDoc, MeasureFamily, MeasureSetup } from './measure.ts';
import { outcomeRates } from './outcomeRates.ts';
import { joinSlices, ratioRow, ratioRows, SliceCounts, valueRow } from './slices.ts';

const measures: MeasureDoc[] = [
  {
    id: 'outcome.rate',
    kind: 'world',
    unit: 'share of attached clients',
    better: 'higher',
    definition:
      'Share of attached clients who have the pathway’s main event in the programme by the horizon.',
    formula:
      'Aalen–Johansen estimate in weeks from attachment: cause 1 is the first main event while attached, on record or not, cause 2 is leaving without one (dropped out or completed); who is followed no longer is censored. Read at `measures.horizon`, or at the end of follow-up if that comes first.',
    reading: 'High: most who join have the outcome while they belong to the programme.',
    caveat:
      'It does not say that the programme brought the outcome about: compare served.rate with twin.rate.',
    source: 'Aalen and Johansen 1978 (competing exits)',
    slices: ['fifth', 'group'],
  },
  {
    id: 'attached.rate',
    kind: 'world',
    unit: 'share of referred clients',
    definition: 'Share of the clients referred who were attached.',
    formula: 'attached / referred, in the cohort; whom prevention kept away was not referred.',
    reading: 'Low: many did not want the place, or were refused it.',
    caveat: 'It mixes the clients’ choice and the door: creaming.uptake and creaming.entry tell them apart.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'event.rate',
    kind: 'world',
    unit: 'share of attached clients',
    definition: 'Share of attached clients who had the event in the programme at least once.',
    formula: 'clients with an event of the kind while attached, on record or not / attached.',
    reading:
      'As published figures count where all is on record: events in the programme, over all who joined.',
    caveat: 'Biased downwards where some are not followed to the end of their stay; outcome.rate is not.',
    slices: ['event', 'event,group'],
  },
  {
    id: 'sustained.share',
    kind: 'world',
    unit: 'share of main events',
    better: 'higher',
    definition: 'Share of the clients with the main event whose outcome lasted.',
    formula: 'clients with the sustained event while attached / clients with the main event while attached.',
    reading: 'High: outcomes that are begun are kept.',
    caveat: 'Outcomes begun near the end of follow-up have not had the time to last.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'quality.share',
    kind: 'world',
    unit: 'share of main events',
    better: 'higher',
    definition: 'Share of main events of good quality, such as a job at the living wage.',
    formula: 'first main events of good quality / first main events, while attached.',
    reading: 'Low: outcomes are counted that change little in a life.',
    caveat: 'Undefined unless the pathway states a chance of good quality.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'equity.gap',
    kind: 'world',
    unit: 'share points of attached clients',
    definition: 'Outcome rate of the easiest fifth minus that of the hardest fifth.',
    formula: 'outcome.rate[fifth=1] − outcome.rate[fifth=5].',
    reading: 'High: outcomes go to those with the least need.',
    caveat: 'Most of the gap is there without any service: see equity.added.',
    slices: [],
  },
];

/** What came of the clients who joined. */
export const outcomes: MeasureFamily = {
  id: 'outcomes',
  measures,
  create: (setup) => ({ finish: (world) => outcomeRows(setup, world) }),
};

function outcomeRows(setup: MeasureSetup, world: World): MeasureRow[] {
  const { service, clients, phase } = world;
  const { from, to } = setup.tallies.cohort;
  const { mainEvent, sustainedEvent } = phase;
  const counts = () => new SliceCounts(world);
  const [referred, attached, started, lasted, judged, good] = Array.from({ length: 6 }, counts);
  const { attachedAt, hadFirst } = service;
  const { goodQuality } = clients;
  const mainAt = hadFirst[mainEvent];
  const sustainedAt = hadFirst[sustainedEvent];
  for (let row = from; row < to; row++) {
    if (wasReferred(world, row)) referred.add(row);
    if (attachedAt[row] < 0) continue;
    attached.add(row);
    if (mainAt[row] < 0) continue;
    started.add(row);
    if (sustainedEvent >= 0 && sustainedAt[row] >= 0) lasted.add(row);
    if (goodQuality[row] < 0) continue;
    judged.add(row);
    good.add(row, goodQuality[row]);
  }
  const byClient = { fifth: true, group: true };
  const rates = outcomeRates(setup.scenario, setup.tallies.cohort, world);
  const rateOf = (slice: string): number | null => rates.find((rate) => rate.slice === slice)?.value ?? null;
  const easiest = rateOf('fifth=1');
  const hardest = rateOf('fifth=5');
  const noQuality = phase.transitions.every(
    (each) => each.event !== mainEvent || each.quality.constant === 0,
  );
  return [
    ...rates,
    ...ratioRows('attached.rate', attached, referred, byClient, 'nobody was referred'),
    ...eventRows(world, setup.tallies.cohort, attached),
    ...(sustainedEvent < 0
      ? [valueRow('sustained.share', '', null, 'the pathway names no sustained event')]
      : ratioRows('sustained.share', lasted, started, byClient, 'no main event was claimed')),
    ...(noQuality
      ? [valueRow('quality.share', '', null, 'the pathway does not follow quality')]
      : ratioRows('quality.share', good, judged, byClient, 'no main event was claimed')),
    valueRow(
      'equity.gap',
      '',
      easiest === null || hardest === null ? null : easiest - hardest,
      'a fifth has no outcome rate',
    ),
  ];
}

/** event.rate for all events that an attached client can have; the main event by group as well. */
function eventRows(world: World, { from, to }: RowRange, attached: SliceCounts): MeasureRow[] {
  const { names, phase, service } = world;
  const { attachedAt, status, hadFirst } = service;
  const rows: MeasureRow[] = [];
  const beforeJoining: readonly string[] = programmeEvents.slice(0, 3);
  names.events.forEach((name, event) => {
    if (beforeJoining.includes(name)) return;
    const slice = `event=${name}`;
    const ended = name === 'droppedOut' ? Status.droppedOut : name === 'completed' ? Status.completed : -1;
    const hadAt = hadFirst[event];
    const had = new SliceCounts(world);
    for (let row = from; row < to; row++) {
      // Leaving is a status; whether it is counted as an event does not matter here.
      if (attachedAt[row] >= 0 && (ended >= 0 ? status[row] === ended : hadAt[row] >= 0)) had.add(row);
    }
    rows.push(ratioRow('event.rate', slice, had.whole, attached.whole, NOBODY_ATTACHED));
    if (event !== phase.mainEvent) return;
    names.groups.forEach((group, index) => {
      const both = joinSlices(slice, `group=${group}`);
      rows.push(ratioRow('event.rate', both, had.ofGroup(index), attached.ofGroup(index), NOBODY_ATTACHED));
    });
  });
  return rows;
}
