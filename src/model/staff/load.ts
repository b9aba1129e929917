import type { RoleModel } from '../phase.ts';

/** Share of a post's hours and pay that its caseload fills: less below full load, unless the post is there whatever the load. */
export function filledShare({ followsLoad, fullLoad }: RoleModel, load: number): number {
  return followsLoad ? Math.min(1, load / fullLoad) : 1;
}
