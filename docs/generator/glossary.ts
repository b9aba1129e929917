import { reviewKinds } from '../../src/model/commissioner/registry.ts';
import { dutyKinds } from '../../src/model/duties/registry.ts';
import { instrumentKinds } from '../../src/model/incentives/registry.ts';
import { dispositions } from '../../src/model/staff/dispositions.ts';
import { code, table } from './markdown.ts';

/** Everything that has a name of its own in a registry, with the page that says what it does. */
export function kindsTable(): string {
  const entries = [
    { what: 'Instrument', page: 'instruments.md', kinds: Object.values(instrumentKinds) },
    { what: 'Duty', page: 'duties.md', kinds: Object.values(dutyKinds) },
    { what: 'Review', page: 'reviews.md', kinds: Object.values(reviewKinds) },
  ].flatMap(({ what, page, kinds }) =>
    kinds.map(({ kind, title }) => ({
      kind,
      what,
      link: `[${title}](${page}#${`${title} ${kind}`.toLowerCase().replaceAll(' ', '-')})`,
    })),
  );
  const rows = [
    ...entries,
    ...Object.values(dispositions).map(({ id, title }) => ({
      kind: id,
      what: 'Disposition',
      link: `[${title}](dispositions.md)`,
    })),
  ].map(({ kind, what, link }) => [code(kind), what, link]);
  return table(['Name', 'What it is', 'More'], rows);
}
