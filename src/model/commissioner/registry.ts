import { kinds, namedMap, schemasOf } from '../../scenario/kit/index.ts';
import { fundIndicators } from './fundIndicators.ts';
import { prioritise } from './prioritise.ts';
import { push } from './push.ts';
import { ratchet } from './ratchet.ts';
import { renew } from './renew.ts';
import type { ReviewKind } from './review.ts';
import { reweight } from './reweight.ts';
import { shiftShares } from './shiftShares.ts';
import { tender } from './tender.ts';

/** Every kind of review, in the order of the reference page. A new one is a file and a line here. */
const all = [ratchet, reweight, shiftShares, renew, tender, push, prioritise, fundIndicators] as const;

/** Every kind of review by the word that files use for it. */
export const reviewKinds: Readonly<Record<string, ReviewKind>> = Object.fromEntries(
  all.map((each) => [each.kind, each as unknown as ReviewKind]),
);

/** Reviews by name, none by default. An unknown kind is told the nearest known one. */
export const reviewsSchema = namedMap(kinds('kind', schemasOf(all), { noun: 'review', doc: 'A review.' }), {
  doc: 'Reviews by name, held in the order of the file.',
  default: {},
});
