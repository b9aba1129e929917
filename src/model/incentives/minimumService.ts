import * as z from 'zod';
import { entry, parameter, share, text } from '../../scenario/kit/index.ts';
import type { StepColumn } from '../stepColumn.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { categoryField } from './amount.ts';
import { feePoster } from './eventFee.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';
import { unknownName } from './nameProblems.ts';
import { OfficeGroupSums } from './officeGroupSums.ts';

export const minimumServiceSchema = entry(
  {
    kind: z.literal('minimumService'),
    role: text({ doc: 'Role that must see each attached client.' }),
    every: parameter({
      doc: 'Weeks within which each attached client in a stage that counts must be seen, on record.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
    }),
    amount: parameter({
      doc: 'What the office owes for each client and week in breach.',
      unit: 'money a week',
      min: 0,
      default: 0,
      source: 'assumed: held against offices, without money',
    }),
    audit: share({
      doc: 'Share of recorded contacts that an audit looks at; a contact in form only that it finds does not count.',
      default: 0,
      source: 'assumed: records are believed',
      range: [0, 0.5],
    }),
    auditPenalty: parameter({
      doc: 'What the office owes for each contact in form only that an audit finds.',
      unit: 'money',
      min: 0,
      default: 0,
      source: 'assumed: it does not count, and costs nothing more',
    }),
    heldAgainst: share({
      doc: 'How far breaches are held against the office: what it adds to pressure when every client is in breach.',
      default: 1,
      source: 'assumed: fully',
      range: [0, 1],
    }),
    category: categoryField(),
  },
  { doc: 'A minimum service rule: each client must be seen every so many weeks, on record.' },
);

/** [client] step of the last recorded contact that was not found out: kept when terms change. */
const acceptedOf = new WeakMap<Instrument, { role: string; accepted: StepColumn }>();

/**
 * A client is in breach at the end of a week if the last recorded contact with the role, or attachment, lies at
 * least `every` weeks back. The record does not tell a contact in form only from a real one; an audit may, and what
 * it finds does not count as seen.
 *
 * A contact with a client in breach, or who would be this week, is believed to be worth `amount × every`: it keeps so
 * many weeks clear. Other contacts are believed to be worth nothing.
 */
export const minimumService: InstrumentKind<typeof minimumServiceSchema> = {
  kind: 'minimumService',
  title: 'Minimum service',
  pays: 'Nothing: the office pays for each client and week in breach of the rule, and for each contact in form only that an audit finds.',
  tempts:
    'To see everybody just often enough and for as short as will count; where audits are rare, to enter contacts that were none.',
  example:
    'seenQuarterly:\n  kind: minimumService\n  role: keyWorker\n  every: 13\n  amount: 15\n  audit: 0.1\n  auditPenalty: 100\n',
  schema: minimumServiceSchema,
  says(terms, tell) {
    const breach =
      terms.amount === 0 ? '' : ` A client in breach costs the office ${tell.money(terms.amount)} a week.`;
    const found = terms.auditPenalty === 0 ? '' : `, each at ${tell.money(terms.auditPenalty)}`;
    const audit =
      terms.audit === 0
        ? ' Records are believed.'
        : ` Audits look at ${tell.share(terms.audit)} of contacts on record, and strike those in form only that they find${found}.`;
    const held =
      terms.heldAgainst === 0
        ? ''
        : ` Breaches are held against the office (${tell.number(terms.heldAgainst)} where every client is in breach).`;
    return `Each client must be seen ${tell.every(terms.every)} by a caseworker (${tell.title('role', terms.role)}), on record.${breach}${audit}${held}`;
  },
  adjusts: ['price'],
  check: (terms, names) => unknownName('role', terms.role, names.roles, 'role'),
  create(terms, setup, previous) {
    const { names, people, record, officeShares } = setup;
    const { every, amount, audit, auditPenalty } = terms;
    const role = names.roles.indexOf(terms.role);
    const factors = factorsAfter(previous, officeShares.length);
    const post = feePoster(setup, terms.category);
    const before = previous && acceptedOf.get(previous);
    const accepted = before?.role === terms.role ? before.accepted : record.lastRecorded[role].slice();
    const owed = new OfficeGroupSums(officeShares.length, names.groups.length);
    const breaches = new Float64Array(officeShares.length);
    const asked = new Float64Array(officeShares.length);
    let now = setup.startStep;
    const weeksSince = (client: number, step: number): number =>
      step - Math.max(accepted[client], record.attachedAt[client] - 1);

    const instrument: Instrument = {
      name: setup.name,
      kind: 'minimumService',
      believedPrice: () => 0,
      believedPerContact: () => 0,
      ...(amount > 0 && {
        believedPerContactOf: (of: number, client: number, office: number) =>
          of === role && record.inService(client) && weeksSince(client, now) >= every
            ? amount * factors.price[office] * every
            : 0,
      }),
      onContact({ step, client, group, office, role: of }) {
        if (of !== role) return;
        if (audit > 0 && setup.inspect(role, client, step, audit)) {
          post(step, office, group, -auditPenalty * factors.price[office]);
          return;
        }
        accepted[client] = step;
      },
      settle({ step }) {
        breaches.fill(0);
        asked.fill(0);
        for (let at = 0; at < record.attachedCount(); at++) {
          const client = record.attached[at];
          if (!record.inService(client)) continue;
          const office = record.office[client];
          asked[office]++;
          if (weeksSince(client, step) < every) continue;
          breaches[office]++;
          owed.add(office, people.group[client], -amount * factors.price[office]);
        }
        owed.flush((office, group, sum) => post(step, office, group, sum));
        now = step + 1;
      },
      heldAgainst: (office) =>
        asked[office] > 0 ? (terms.heldAgainst * breaches[office]) / asked[office] : 0,
    };
    acceptedOf.set(instrument, { role: terms.role, accepted });
    return adjustable(instrument, factors, ['price']);
  },
};
