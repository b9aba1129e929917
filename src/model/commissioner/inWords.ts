import type { FigureBasis } from '../reports.ts';
import { meant, type Tell } from '../tell.ts';
import type { EndTerms } from './endOne.ts';
import type { ReviewTerms } from './review.ts';

/** When a review is held and how old its figures are: the beginning of a sentence. */
export function whenHeld({ first, every, lag, window }: ReviewTerms, tell: Tell): string {
  const then = every === 0 ? ', once' : ` and ${tell.every(every)} from then on`;
  const age = lag === 0 ? '' : `, ${tell.counted(lag, 'week')} late`;
  return `After ${tell.counted(first, 'week')}${then}, on the figures of ${tell.counted(window, 'week')}${age}`;
}

const per: Record<FigureBasis, string> = {
  attached: ' for each client who joined',
  referred: ' for each client referred',
  caseload: ' for each client attached',
  count: '',
};

/** What figure is held against what aim. */
export const aimWords = (terms: { event: string; per: FigureBasis; aim: number }, tell: Tell): string =>
  `the number of ${tell.event(terms.event)}${per[terms.per]} is held against an aim of ${tell.number(terms.aim)}`;

/** Which instruments a review moves; nothing where it moves all. */
export function namedWords(instruments: Readonly<Record<string, boolean>>, tell: Tell): string {
  const { only } = meant(instruments);
  return only.length === 0 ? '' : ` of ${tell.list(only.map((name) => tell.title('instrument', name)))}`;
}

/** Who gets a contract that ends, and what it costs clients. */
export function successorWords({ successor, handoverLoss }: EndTerms, tell: Tell): string {
  const who = successor === '' ? 'the best office' : tell.title('office', successor);
  return `; ${who} takes it over, and its clients lose ${tell.share(handoverLoss)} of their trust`;
}
