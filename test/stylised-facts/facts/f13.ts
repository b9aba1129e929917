import type { Fact } from '../fact.ts';
import { contrast } from '../statistics.ts';
import { workProgramme } from './settings.ts';

const rule = (audit: number): string =>
  `{set: {rules: {seen: {role: adviser, every: 8}}, incentives: {minimumService: {kind: minimumService, role: adviser, every: 8, amount: 5, audit: ${audit}, auditPenalty: 50}}}}`;
const required = { of: 'minimumService', less: 'asRun' };

export const f13: Fact = {
  id: 'F13',
  claim:
    'Rules of minimum contact raise service to the parked at some cost in paid outcomes; audited in form only, they yield token contacts.',
  source: 'published evidence, F13',
  kind: 'soft',
  how: 'partly',
  howSo:
    'That a tenth of required contacts is in form only is set. Who gains and loses by the hours that the rule takes, and what of the token contacts stays on record, is found.',
  runs: {
    programme: workProgramme('asRun', 'minimumService'),
    audits: {
      ...workProgramme('formAlone', 'substance'),
      set: [`designs.formAlone=${rule(0)}`, `designs.substance=${rule(1)}`],
    },
  },
  parts: [
    {
      says: 'Change of the share of weeks unseen of the hardest fifth when everybody is to be seen every eight weeks',
      values: contrast('programme', 'parking.unseen[fifth=5]', required),
      unit: 'points',
      band: { below: 0 },
    },
    {
      says: 'Change of paid outcomes a client',
      values: contrast('programme', 'outcome.rate', required),
      unit: 'points',
      band: { below: 0 },
      expects: 'not shown',
    },
    {
      says: 'Share of weeks in which the record says seen and the client was not, where only the record is looked at, less that where every contact is',
      values: contrast('audits', 'parking.token', { of: 'formAlone', less: 'substance' }),
      unit: 'points',
      band: { above: 0 },
    },
  ],
  reason:
    'The rule costs no outcomes here. Its hours come from clients who have many, an hour does less the more of them a client has, and outcomes of the easy are mostly their own; so outcomes rise a little.',
};
