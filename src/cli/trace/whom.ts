import type { TracedPost } from '../../simulation/index.ts';
import { didYouMean } from '../nearest.ts';
import { UsageError } from '../usageError.ts';

/**
 * The place of the client that is named by id or by a number, the row of the table of clients counted from 1.
 *
 * @throws UsageError that says which ids there are
 */
export function placeOfClient(ids: readonly string[], named: string): number {
  const place = placeOf(ids, named);
  if (place !== undefined) return place;
  throw new UsageError(
    `there is no client ${named}. ${existing(ids, 'clients', 'c0-017-04', 'stream, step of referral, and which of that step')}${didYouMean(named, ids)}`,
  );
}

/** The same for a caseworker's post. The last part of an id is which holder of the post it is, which may be any. */
export function placeOfCaseworker(posts: readonly TracedPost[], named: string): number {
  const ids = posts.map(({ id }) => id);
  const ofPost = named.replace(/^(w\d+-\d+-\d+)-\d+$/, '$1-0');
  const place = placeOf(ids, ofPost);
  if (place !== undefined) return place;
  throw new UsageError(
    `there is no caseworker ${named}. ${existing(ids, 'caseworkers', 'w0-1-012-0', 'role, office, post, and which holder of it')}${didYouMean(named, ids)}`,
  );
}

function placeOf(ids: readonly string[], named: string): number | undefined {
  const byId = ids.indexOf(named);
  if (byId >= 0) return byId;
  if (!/^\d+$/.test(named)) return undefined;
  const nth = Number(named);
  return nth >= 1 && nth <= ids.length ? nth - 1 : undefined;
}

function existing(ids: readonly string[], what: string, example: string, parts: string): string {
  if (ids.length === 0) return `This run has no ${what}.`;
  return `An id is written as in tables, such as ${example} (${parts}); the ${ids.length} ${what} go from ${ids[0]} to ${ids[ids.length - 1]}, or by number from 1 to ${ids.length}.`;
}
