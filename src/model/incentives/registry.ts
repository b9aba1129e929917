import type { z } from 'zod';
import { kinds, namedMap } from '../../scenario/kit/index.ts';
import { areaRewardSchema } from '../areaReward/terms.ts';
import type { Names } from '../names.ts';
import { activityFee, activityFeeSchema } from './activityFee.ts';
import { areaReward } from './areaReward.ts';
import { arrears, arrearsSchema } from './arrears.ts';
import { attachmentFee, attachmentFeeSchema } from './attachmentFee.ts';
import { blockGrant, blockGrantSchema } from './blockGrant.ts';
import { capitation, capitationSchema } from './capitation.ts';
import { caseworkerBonus, caseworkerBonusSchema } from './caseworkerBonus.ts';
import { clawback, clawbackSchema } from './clawback.ts';
import { clientAmounts } from './clientAmounts.ts';
import { dutyFee, dutyFeeSchema } from './dutyFee.ts';
import { freeProvision, freeProvisionSchema } from './freeProvision.ts';
import type { Instrument, InstrumentKind, InstrumentProblem, InstrumentSetup } from './instrument.ts';
import { leagueTable, leagueTableSchema } from './leagueTable.ts';
import { milestoneFee, milestoneFeeSchema } from './milestoneFee.ts';
import { minimumService, minimumServiceSchema } from './minimumService.ts';
import { penalty, penaltySchema } from './penalty.ts';
import { progress, progressSchema } from './progress.ts';
import { sanctions, sanctionsSchema } from './sanctions.ts';
import { slack, slackSchema } from './slack.ts';
import { sustainmentFee, sustainmentFeeSchema } from './sustainmentFee.ts';
import { target, targetSchema } from './target.ts';
import { upfront, upfrontSchema } from './upfront.ts';
import { valueAddedFee, valueAddedFeeSchema } from './valueAddedFee.ts';

/** Every kind of instrument, in the order of the reference page. */
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
];

/** Every kind of instrument by the word that files use for it. */
export const instrumentKinds: Readonly<Record<string, InstrumentKind>> = Object.fromEntries(
  all.map((each) => [each.kind, each as InstrumentKind]),
);

const schemas = [
  blockGrantSchema,
  capitationSchema,
  attachmentFeeSchema,
  milestoneFeeSchema,
  sustainmentFeeSchema,
  activityFeeSchema,
  dutyFeeSchema,
  valueAddedFeeSchema,
  targetSchema,
  penaltySchema,
  clawbackSchema,
  minimumServiceSchema,
  leagueTableSchema,
  progressSchema,
  upfrontSchema,
  arrearsSchema,
  freeProvisionSchema,
  sanctionsSchema,
  caseworkerBonusSchema,
  slackSchema,
  areaRewardSchema,
] as const;

/** The scheme of a scenario: instruments by name, none by default. An unknown kind is told the nearest known one. */
export const incentivesSchema = namedMap(
  kinds('kind', schemas, { noun: 'instrument', doc: 'An instrument.' }),
  { doc: 'Instruments by name.', default: {} },
);

export type IncentivesSection = z.infer<typeof incentivesSchema>;

/** What all instruments of a world are set up with; the rest belongs to each of them. */
export type IncentivesSetup = Omit<InstrumentSetup, 'name' | 'account' | 'clientAmounts'>;

/**
 * Sets up the instruments of a scheme, in the order of the file. `previous` are those of the phase before: an
 * instrument of the same name and kind goes on with its counts, and one that has no successor is told that it ends.
 * Throws RangeError for a price below 0.
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
