import type { Scenario } from '../model/schema/scenario.ts';
import type { ResolvedDesign } from '../scenario/index.ts';

/** Sections that fix who is referred; designs that leave them alone share the same people. */
export const PEOPLE_SECTIONS = ['clients', 'clock', 'offices', 'scale'];

/** To which area an office belongs decides who answers for its people, and nothing about them. */
export function hashOfPeople(design: ResolvedDesign<Scenario>): string {
  return PEOPLE_SECTIONS.map((section) =>
    design.sectionHash(section, section === 'offices' ? 'area' : undefined),
  ).join(' ');
}
