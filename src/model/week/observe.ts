import type { World } from '../world.ts';

/** Step 10. Measures look at the world; they neither write to it nor draw. */
export function observe(world: World): void {
  for (const look of world.observers) look(world);
}
