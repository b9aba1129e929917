import type { z } from 'zod';
import { kinds, namedMap, schemasOf } from '../../scenario/kit/index.ts';
import { unknownName } from '../incentives/nameProblems.ts';
import type { Names } from '../names.ts';
import type { World } from '../world.ts';
import type { Duty, DutyKind, DutyProblem } from './duty.ts';
import { liaison } from './liaison.ts';
import { otherWork } from './otherWork.ts';
import { prevention } from './prevention.ts';
import { prospecting } from './prospecting.ts';
import { recording } from './recording.ts';

/** Every kind of duty, in the order of the reference page. A new one is a file and a line here. */
const all = [recording, liaison, prevention, prospecting, otherWork] as const;

/** Every kind of duty by the word that files use for it. */
export const dutyKinds: Readonly<Record<string, DutyKind>> = Object.fromEntries(
  all.map((each) => [each.kind, each as unknown as DutyKind]),
);

/** The duties of a scenario by name, none by default: claimants on caseworkers' hours that are no clients. */
export const dutiesSchema = namedMap(kinds('kind', schemasOf(all), { noun: 'duty', doc: 'A duty.' }), {
  doc: 'What else claims the hours of a role, by name: recording, partners, prevention, employers, other work.',
  default: {},
});

export type DutiesSection = z.infer<typeof dutiesSchema>;

/**
 * Sets up the duties of a phase, in the order of the file. `previous` are those of the phase before: a duty of the same
 * name and kind goes on with its stocks.
 */
export function createDuties(section: DutiesSection, world: World, previous: readonly Duty[]): Duty[] {
  const { waits, perContactHour, perContact, eventRole, perEvent } = world.record.rules;
  for (const rule of [waits, perContactHour, perContact, perEvent]) rule.fill(0);
  eventRole.fill(-1);
  return Object.entries(section).map(([name, terms], index) =>
    dutyKinds[terms.kind].create(
      terms,
      { name, index, world },
      previous.find((each) => each.name === name && each.kind === terms.kind),
    ),
  );
}

/** Names in the duties that the scenario lacks, and duties that contradict each other; paths begin below `caseworkers.duties`. */
export function checkDuties(section: DutiesSection, names: Names, pools: string[]): DutyProblem[] {
  const problems = Object.entries(section).flatMap(([name, terms]) => {
    const own = [
      ...unknownName('role', terms.role, names.roles, 'role'),
      ...dutyKinds[terms.kind].check(terms, { ...names, pools }),
      ...(terms.first && terms.onSlack
        ? [
            {
              path: ['onSlack'],
              message: 'a duty is either taken first or done on slack',
              found: 'both',
              allowed: 'first or onSlack',
            },
          ]
        : []),
      ...(terms.kind === 'recording' && terms.kept !== undefined && (terms.first || terms.onSlack)
        ? [
            {
              path: ['kept'],
              message: 'a record has hours kept for it, or is taken first or done on slack',
              found: `kept and ${terms.first ? 'first' : 'onSlack'}`,
              allowed: 'one of them',
            },
          ]
        : []),
    ];
    return own.map((problem) => ({ ...problem, path: [name, ...problem.path] }));
  });
  return [...problems, ...checkRecording(section)];
}

/** A role has one file, and an event stands in one. */
function checkRecording(section: DutiesSection): DutyProblem[] {
  const problems: DutyProblem[] = [];
  const fileOf = new Map<string, string>();
  const taken = (what: string, name: string, path: string[], message: string): void => {
    const other = fileOf.get(what);
    if (other === undefined) fileOf.set(what, name);
    else problems.push({ path, message, found: `${other} and ${name}`, allowed: 'one of them' });
  };
  for (const [name, terms] of Object.entries(section)) {
    if (terms.kind !== 'recording') continue;
    taken(`role ${terms.role}`, name, [name, 'role'], `the role ${terms.role} has two recording duties`);
    const events = new Set([...Object.keys(terms.perEvent), ...Object.keys(terms.misreport.events)]);
    for (const event of events)
      taken(`event ${event}`, name, [name], `the event ${event} stands in two recording duties`);
  }
  return problems;
}
