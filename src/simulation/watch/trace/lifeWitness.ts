import type { SideBindings } from '../../../model/formulas/bindings.ts';
import type { Witness } from '../../../model/witness.ts';
import type { World } from '../../../model/world.ts';
import type { TracedStep } from '../../../tables/trace.ts';
import type { WatchedCopy } from '../copy.ts';
import { chancesOf, isLived, type SideChances, tellChances } from './chances.ts';

/** Looks on while one client's life and the twin's are decided, and tells step by step what it saw. */
export class LifeWitness {
  private draws: TracedStep['draws'] = [];
  private client: SideChances | undefined;
  private twin: SideChances | undefined;
  /** [barrier] as it stood after the contacts of the step so far. */
  private afterHelp: number[] | undefined;

  constructor(
    private readonly copy: WatchedCopy,
    private readonly row: number,
  ) {
    copy.world.witness = this.of(copy.world);
    if (copy.twinWorld !== copy.world) copy.twinWorld.witness = this.of(copy.twinWorld);
  }

  /** Before a step is run. */
  forget(): void {
    this.draws = [];
    this.client = undefined;
    this.twin = undefined;
    this.afterHelp = undefined;
  }

  /** What the step that has just ended decided. Whoever lives as the twin has the twin's chances. */
  tell(asTwin: boolean): Pick<TracedStep, 'chances' | 'draws'> & { afterHelp: number[] | undefined } {
    const { copy, row, draws, twin, afterHelp } = this;
    const client = asTwin ? twin : this.client;
    // Where twins are lived in a world of their own, its phase decides what they can do.
    const chances = asTwin
      ? tellChances(copy.twinWorld, row, client, twin)
      : tellChances(copy.world, row, client, twin);
    return { chances, draws, afterHelp };
  }

  private of(world: World): Witness {
    return {
      drew: (row, about, draw, chance, twin = false) => {
        if (row !== this.row) return;
        const same = this.draws.some(
          (each) => each.about === about && each.twin === twin && each.draw === draw,
        );
        if (!same) this.draws.push({ about, twin, draw, chance, happened: draw < chance });
      },
      helped: (row) => {
        if (row === this.row) this.afterHelp = world.clients.barriers.map((column) => column[row]);
      },
      beforeMoves: (bindings: SideBindings) => {
        const { twin } = bindings.side;
        if (!isLived(world, twin, this.row)) return;
        const chances = chancesOf(world, bindings, this.row);
        if (twin) this.twin = chances;
        else this.client = chances;
      },
    };
  }
}
