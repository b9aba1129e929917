import { isOpen } from '../../offices.ts';
import type { World } from '../../world.ts';

/**
 * After the reviews of a step: an office that is warned shortens the stay of its clients by its response, down to its
 * floor. A warning is a contract that was ended, its own or another's, more pressure from the board, or evidence below
 * its bar; several in one step are one.
 */
export function learnSpells(world: World): void {
  const { offices, phase, step } = world;
  Object.values(phase.scenario.offices).forEach(({ spells }, office) => {
    const pressed = offices.press[office] > offices.heardPress[office];
    offices.heardPress[office] = offices.press[office];
    if (spells.response <= 0 || !isOpen(offices, office, step + 1)) return;
    if (!pressed && !warned(world, office, spells.bar)) return;
    const shorter = offices.spellPart[office] * (1 - spells.response);
    offices.spellPart[office] = Math.max(Math.min(spells.floor, offices.spellPart[office]), shorter);
  });
}

/** Whether the office sees a contract ended in this step, or a review finds that it has too little to show. */
function warned({ commissioner, offices: table, step }: World, office: number, bar: number): boolean {
  const { held } = commissioner;
  if (table.contractEnded.includes(step + 1)) return true;
  for (let at = held.length - 1; at >= 0 && held[at].step === step; at--) {
    const { offices, evidence } = held[at];
    const place = offices.indexOf(office);
    if (place >= 0 && evidence[place] < bar) return true;
  }
  return false;
}
