import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { resolvedYaml } from '../../src/scenario/index.ts';
import { everyDuty } from '../support/duties.ts';
import { reviewed, scored } from '../support/everything.ts';
import { oneOfEach } from '../support/randomScheme.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';
import { change, changed, type Tree } from './trees.ts';

/** A small programme with its defaults written out, so that every key of it can be changed. */
const written = (...patches: Patch[]): Tree =>
  parse(resolvedYaml(openSmall({ clock: { referralWeeks: 6, followUp: 14 } }, short, ...patches)));
const short: Patch = { measures: { horizon: 8, window: 12, parkedAfter: 3 } };

export const bases: readonly Tree[] = [
  written(),
  written({ incentives: oneOfEach(3) }, scored),
  written(scored, reviewed, {
    incentives: oneOfEach(5),
    caseworkers: {
      duties: everyDuty,
      staffing: { turnover: { base: 4, strainEffect: 1 }, hiring: { lag: 2, needsCash: true } },
    },
    measures: { references: ['noService', 'equalTime', 'needFirst'] },
  }),
];

/** Texts of scenarios with one to four changes anywhere. */
export const broken = fc
  .record({
    base: fc.nat(bases.length - 1),
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  })
  .map(({ base, changes }) => stringify(changed(bases[base], changes), { aliasDuplicateObjects: false }));
