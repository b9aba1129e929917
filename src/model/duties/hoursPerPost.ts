import { presentCount } from '../staff/roster.ts';
import type { World } from '../world.ts';

/** Hours that the caseworkers of a role give to a duty in this step, by office and for each of them who is present. */
export class HoursPerPost {
  private readonly hours: Float64Array;

  constructor(
    private readonly world: World,
    private readonly role: number,
  ) {
    this.hours = new Float64Array(world.offices.count);
  }

  add(office: number, hours: number): void {
    this.hours[office] += hours;
  }

  /** What has been added for the office since it was taken last, for each caseworker; 0 where nobody is present. */
  take(office: number): number {
    const hours = this.hours[office];
    this.hours[office] = 0;
    const posts = presentCount(this.world, this.role, office);
    return posts > 0 ? hours / posts : 0;
  }
}
