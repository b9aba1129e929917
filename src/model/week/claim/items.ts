import type { World } from '../../world.ts';

/** Instruments pay for the items of duties that were done in this step; records are paid by what they are of. */
export function payItems({ instruments, duties, dutyHours, caseworkers, offices, step }: World): void {
  const paid = instruments.filter((instrument) => instrument.onItems !== undefined);
  if (paid.length === 0) return;
  const items = new Float64Array(offices.count);
  for (const duty of duties) {
    if (duty.kind === 'recording') continue;
    items.fill(0);
    const hours = dutyHours.step[duty.index];
    for (let worker = 0; worker < caseworkers.count; worker++)
      items[caseworkers.office[worker]] += Math.round(hours[worker] / duty.item);
    for (let office = 0; office < offices.count; office++) {
      if (items[office] === 0) continue;
      for (const instrument of paid)
        instrument.onItems?.({ step, duty: duty.name, office, items: items[office] });
    }
  }
}
