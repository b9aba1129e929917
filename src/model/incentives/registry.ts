import type { z } from 'zod';
import { kinds, namedMap, schemasOf } from '../../scenario/kit/index.ts';
import type { Names } from '../names.ts';
import { activityFee } from './activityFee.ts';
import { areaReward } from './areaReward.ts';
import { arrears } from './arrears.ts';
import { attachmentFee } from './attachmentFee.ts';
import { blockGrant } from './blockGrant.ts';
import { capitation } from './capitation.ts';
import { caseworkerBonus } from './caseworkerBonus.ts';
import { clawback } from './clawback.ts';
import { clientAmounts } from './clientAmounts.ts';
import { dutyFee } from './dutyFee.ts';
import { freeProvision } from './freeProvision.ts';
import type { Instrument, InstrumentKind, InstrumentProblem, InstrumentSetup } from './instrument.ts';
import { leagueTable } from './leagueTable.ts';
import { milestoneFee } from './milestoneFee.ts';
import { minimumService } from './minimumService.ts';
import { penalty } from './penalty.ts';
import { progress } from './progress.ts';
import { sanctions } from './sanctions.ts';
import { slack } from './slack.ts';
import { sustainmentFee } from './sustainmentFee.ts';
import { target } from './target.ts';
import { upfront } from './upfront.ts';
import { valueAddedFee } from './valueAddedFee.ts';

/** Every kind of instrument, in the order of the reference page. A new one is a file and a line here. */
const all = [
  blockGrant,
  capitation,
  attachmentFee,
  milestoneFee,
  sustainmentFee,
  activityFee,
  dutyFee,
  valueAddedFee,
  target,
  penalty,
  clawback,
  minimumService,
  leagueTable,
  progress,
  upfront,
  arrears,
  freeProvision,
  sanctions,
  caseworkerBonus,
  slack,
  areaReward,
] as const;

/** Every kind of instrument by the word that files use for it. */
export const instrumentKinds: Readonly<Record<string, InstrumentKind>> = Object.fromEntries(
  all.map((each) => [each.kind, each as unknown as InstrumentKind]),
);

/** The scheme of a scenario: instruments by name, none by default. An unknown kind is told the nearest known one. */
export const incentivesSchema = namedMap(
  kinds('kind', schemasOf(all), { noun: 'instrument', doc: 'An instrument.' }),
  { doc: 'Instruments by name.', default: {} },
);

export type IncentivesSection = z.infer<typeof incentivesSchema>;

/** What all instruments of a world are set up with; the rest belongs to each of them. */
export type IncentivesSetup = Omit<InstrumentSetup, 'name' | 'account' | 'clientAmounts'>;

/**
 * Sets up the instruments of a scheme, in the order of the file. `previous` are those of the phase before: an
 * instrument of the same name and kind goes on with its counts, and one that has no successor is told that it ends.
 * Throws UnrunnableError for a price below 0.
 */
export function createInstruments(
  incentives: IncentivesSection,
  setup: IncentivesSetup,
  previous: readonly Instrument[] = [],
): Instrument[] {
  for (const each of previous) if (incentives[each.name]?.kind !== each.kind) each.end?.(setup.startStep);
  return Object.entries(incentives).map(([name, terms]) =>
    instrumentKinds[terms.kind].create(
      terms,
      {
        ...setup,
        name,
        account: (kind, category) => setup.books.open(name, kind, category),
        clientAmounts: (formula) => clientAmounts(formula, setup.people, setup.names.groups.length),
      },
      previous.find((each) => each.name === name && each.kind === terms.kind),
    ),
  );
}

/** Names in the scheme that the scenario lacks, and keys that contradict each other; paths begin below `incentives`. */
export function checkInstruments(incentives: IncentivesSection, names: Names): InstrumentProblem[] {
  return Object.entries(incentives).flatMap(([name, terms]) =>
    instrumentKinds[terms.kind]
      .check(terms, names)
      .map((problem) => ({ ...problem, path: [name, ...problem.path] })),
  );
}
