import type { Member } from '../experiment/members.ts';

/** Files of the same name in other folders are told apart by a number. */
export function unlike(name: string, members: readonly Member[]): string {
  let [unique, count] = [name, 1];
  while (members.some((member) => member.name === unique)) unique = `${name}-${++count}`;
  return unique;
}
