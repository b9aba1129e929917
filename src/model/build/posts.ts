import type { DrawStream } from '../../random/index.ts';
import type { Names } from '../names.ts';
import type { Scenario } from '../schema/scenario.ts';
import { quota } from './quota.ts';

type Role = Scenario['caseworkers']['roles'][string];

/**
 * Posts of a role in each office: as many as an office states (× scale, rounded), the rest by shares of the
 * others, so that all are placed.
 */
export function postsByOffice(scenario: Scenario, name: string, role: Role): number[] {
  const offices = Object.values(scenario.offices);
  const stated = offices.map((office) => office.posts[name] as number | undefined);
  const total = Math.round(role.posts * scenario.scale);
  const placed = stated.map((posts) => (posts === undefined ? 0 : Math.round(posts * scenario.scale)));
  const left = Math.max(0, total - placed.reduce((a, b) => a + b, 0));
  const rest = quota(
    left,
    offices.map((office, at) => (stated[at] === undefined ? office.share : 0)),
  );
  return placed.map((posts, at) => (stated[at] === undefined ? rest[at] : posts));
}

/** A post by the id of its first holder, and its office. */
export interface Post {
  id: number;
  office: number;
}

/**
 * Dispositions of the posts of a role: dealt out by quota and shuffled once by a keyed draw, among the posts of
 * each office that has a mix of its own and among all other posts together.
 */
export function dealDispositions(
  scenario: Scenario,
  names: Names,
  roleName: string,
  posts: readonly Post[],
  deal: DrawStream,
): Int32Array {
  const own = Object.values(scenario.offices).map(
    (office) => office.mix[roleName] as Record<string, number> | undefined,
  );
  const dispositions = new Int32Array(posts.length);
  const dealTo = (mix: Record<string, number>, places: number[]): void => {
    const kinds = Object.keys(mix);
    const cards = quota(places.length, Object.values(mix)).flatMap((count, at) =>
      Array.from({ length: count }, () => names.dispositions.indexOf(kinds[at])),
    );
    const shuffled = [...places].sort((a, b) => deal.uniform(posts[a].id, 0) - deal.uniform(posts[b].id, 0));
    shuffled.forEach((place, rank) => {
      dispositions[place] = cards[rank];
    });
  };
  const placesWhere = (belongs: (office: number) => boolean): number[] =>
    posts.flatMap(({ office }, place) => (belongs(office) ? [place] : []));
  dealTo(
    scenario.caseworkers.roles[roleName].mix,
    placesWhere((office) => own[office] === undefined),
  );
  own.forEach((mix, at) => {
    if (mix !== undefined)
      dealTo(
        mix,
        placesWhere((office) => office === at),
      );
  });
  return dispositions;
}

/** The mix from which a role's newcomers of an office are drawn: the office's own, else the role's. */
export function mixOf(scenario: Scenario, roleName: string, office: number): Record<string, number> {
  const own = Object.values(scenario.offices)[office].mix[roleName] as Record<string, number> | undefined;
  return own ?? scenario.caseworkers.roles[roleName].mix;
}
