import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { comparedSteps, happenedWithin, isWithin, NOBODY_ATTACHED, wasReferred } from './follow.ts';
import type { Companions, MeasureDoc, MeasureFamily, MeasureSetup } from './measure.ts';
import { ratioRow, ratioRows, SliceCounts, valueRow } from './slices.ts';

const WINDOW =
  'within `measures.window` weeks of referral (or the follow-up, if that is shorter), whether or not the client still belongs to the programme';

const measures: MeasureDoc[] = [
  {
    id: 'served.rate',
    kind: 'world',
    unit: 'share of attached clients',
    better: 'higher',
    definition: 'Share of attached clients whose life has the main event within the window.',
    formula: `clients with the main event ${WINDOW} / attached.`,
    reading: 'Beside twin.rate: what the same people would have had without the service.',
    caveat: 'Counts events after leaving the programme too, so it can lie above event.rate.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'twin.rate',
    kind: 'world',
    unit: 'share of attached clients',
    definition:
      'Share of attached clients whose twin, the same person with the same luck and no service, has the main event within the window.',
    formula: `clients whose twin has the main event ${WINDOW} / attached.`,
    reading: 'High: most outcomes come anyway.',
    caveat: 'Where openings are scarce the twin is one person withdrawn from the actual market.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'additional.rate',
    kind: 'world',
    unit: 'share of attached clients',
    better: 'higher',
    definition: 'Outcomes that the service added, net, over attached clients.',
    formula: `(clients with the main event whose twins have none − twins with it whose clients have none) / attached; the event counts ${WINDOW}.`,
    reading: 'Below 0: the service took away more outcomes than it brought.',
    caveat: 'What one client gains another may lose where openings are scarce: see displacement.share.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'deadweight.share',
    kind: 'world',
    unit: 'share of main events',
    better: 'lower',
    definition: 'Share of the outcomes of attached clients that the twin has as well.',
    formula: `clients with the main event whose twin has it too / clients with it; the event counts ${WINDOW}.`,
    reading: 'High: paid outcomes would mostly have happened anyway.',
    caveat: 'An outcome that comes earlier than the twin’s counts as deadweight.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'equity.added',
    kind: 'world',
    unit: 'share points of attached clients',
    definition: 'Net added outcomes of the easiest fifth minus those of the hardest fifth.',
    formula: 'additional.rate[fifth=1] − additional.rate[fifth=5].',
    reading: 'Above 0: the service adds more to those with the least need.',
    caveat: 'A small difference of small numbers: read it with its interval.',
    slices: [],
  },
  {
    id: 'displacement.share',
    kind: 'companion',
    companion: 'noService',
    unit: 'share of additional outcomes',
    better: 'lower',
    definition: 'Of the outcomes that clients have beyond their twins, the share that others lost by it.',
    formula: `1 − (outcomes of all referred in this world − in the world without service) / Σ over all referred (client − twin); the event counts ${WINDOW}.`,
    reading: '0: nobody lost by it. 1: the service only changed who had the outcome.',
    caveat:
      'Counts displacement among the referred only: whom prevention keeps away is in neither world. It can come out slightly below 0.',
    slices: [],
  },
];

/** Clients beside their twins: what the service added, and what would have happened anyway. */
export const twins: MeasureFamily = {
  id: 'twins',
  measures,
  create: (setup) => ({ finish: (world, companions) => twinRows(setup, world, companions) }),
};

function twinRows(setup: MeasureSetup, world: World, companions: Companions): MeasureRow[] {
  const { clients, twins: twinLives, phase } = world;
  const { attachedAt } = world.service;
  const { referredAt } = world.people;
  const ownAt = clients.firstEvent[phase.mainEvent];
  const twinAt = twinLives.firstEvent[phase.mainEvent];
  const { from, to } = setup.tallies.cohort;
  const steps = comparedSteps(setup.scenario);
  const counts = () => new SliceCounts(world);
  const [attached, served, twin, both, added] = Array.from({ length: 5 }, counts);
  for (let row = from; row < to; row++) {
    if (attachedAt[row] < 0) continue;
    attached.add(row);
    const own = isWithin(ownAt[row], referredAt[row], steps);
    const twins = isWithin(twinAt[row], referredAt[row], steps);
    if (own) served.add(row);
    if (twins) twin.add(row);
    if (own && twins) both.add(row);
    if (own !== twins) added.add(row, own ? 1 : -1);
  }
  const byClient = { fifth: true, group: true };
  const additional = ratioRows('additional.rate', added, attached, byClient, NOBODY_ATTACHED);
  const addedIn = (slice: string) => additional.find((row) => row.slice === slice)?.value ?? null;
  const easiest = addedIn('fifth=1');
  const hardest = addedIn('fifth=5');
  return [
    ...ratioRows('served.rate', served, attached, byClient, NOBODY_ATTACHED),
    ...ratioRows('twin.rate', twin, attached, byClient, NOBODY_ATTACHED),
    ...additional,
    ...ratioRows('deadweight.share', both, served, byClient, 'no attached client had the main event'),
    valueRow(
      'equity.added',
      '',
      easiest === null || hardest === null ? null : easiest - hardest,
      'nobody of a fifth was attached',
    ),
    ...displacementRows(setup, world, companions, steps),
  ];
}

function displacementRows(
  setup: MeasureSetup,
  world: World,
  { noService }: Companions,
  steps: number,
): MeasureRow[] {
  if (noService === undefined) return [];
  const { people, phase } = world;
  const { from, to } = setup.tallies.cohort;
  let served = 0;
  let unserved = 0;
  let twin = 0;
  for (let row = from; row < to; row++) {
    if (!wasReferred(world, row)) continue;
    if (happenedWithin(world.clients, people, phase.mainEvent, row, steps)) served++;
    if (happenedWithin(world.twins, people, phase.mainEvent, row, steps)) twin++;
    if (happenedWithin(noService.world.clients, people, phase.mainEvent, row, steps)) unserved++;
  }
  const beyondTwins = served - twin;
  const beyondUnserved = served - unserved;
  return [
    ratioRow(
      'displacement.share',
      '',
      beyondTwins - beyondUnserved,
      beyondTwins,
      'clients have no more outcomes than their twins',
    ),
  ];
}
