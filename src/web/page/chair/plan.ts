import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ChairDesk, ChairDivision, SeenClient } from '../../../tables/chair.ts';

/** Hours by which + and − move. */
export const STEP = 0.5;

/** Ways of filling in a desk at once, by what the caseworker sees. */
export const fills = {
  equal: 'Equal shares',
  longest: 'Longest unseen first',
  need: 'Greatest need first, as it looks',
  last: 'As last week',
  clear: 'Clear',
} as const;

/** What is written down for the week under way, before it is closed. */
export class WeekPlan {
  readonly clients = signal<Readonly<Record<string, number>>>({});
  readonly inForm = signal<readonly string[]>([]);
  readonly duties = signal<Readonly<Record<string, number>>>({});
  readonly left: ReadonlySignal<number>;

  /** `last` is the week before, `before` what this week held when it was taken back. */
  constructor(
    readonly desk: ChairDesk,
    private readonly last: ChairDivision | undefined,
    before: ChairDivision | null,
  ) {
    if (before !== null) {
      this.clients.value = before.clients;
      this.inForm.value = before.inForm;
      this.duties.value = before.duties;
    }
    this.left = computed(() => {
      const hours = [...Object.values(this.clients.value), ...Object.values(this.duties.value)];
      const spent =
        hours.reduce((sum, each) => sum + each, 0) + this.inForm.value.length * (desk.inFormHours ?? 0);
      // Not the rounding of binary fractions.
      return Math.round((desk.hours.atHand - spent) * 1000) / 1000;
    });
  }

  setClient(id: string, hours: number): void {
    this.clients.value = { ...this.clients.value, [id]: hours };
    if (hours > 0) this.inForm.value = this.inForm.value.filter((one) => one !== id);
  }

  /** Half an hour more or less; from nothing to the shortest appointment and back, since there is nothing between. */
  moveClient({ id, shortest }: SeenClient, by: number): void {
    const now = this.clients.value[id] ?? 0;
    const next = by > 0 && now === 0 ? shortest : now + by;
    this.setClient(id, next < shortest - 1e-9 ? 0 : next);
  }

  setInForm(id: string, isOn: boolean): void {
    this.inForm.value = isOn ? [...this.inForm.value, id] : this.inForm.value.filter((one) => one !== id);
    if (isOn) this.clients.value = { ...this.clients.value, [id]: 0 };
  }

  setDuty(name: string, hours: number): void {
    this.duties.value = { ...this.duties.value, [name]: hours };
  }

  /** One item more or less, and of the file what is left of one. */
  moveDuty(name: string, by: number): void {
    const duty = this.desk.duties.find((one) => one.name === name)!;
    const next = Math.max(0, (this.duties.value[name] ?? 0) + by * duty.item);
    const whole = Math.floor(duty.waiting / duty.item + 1e-9) * duty.item;
    this.setDuty(name, Math.min(next, duty.divisible ? duty.waiting : whole));
  }

  /** Divides the week by a simple rule. Callers who were given an appointment keep it, except where all is cleared. */
  fill(how: keyof typeof fills): void {
    if (how === 'clear') {
      this.clients.value = {};
      this.inForm.value = [];
      this.duties.value = {};
      return;
    }
    const answered = this.desk.clients.filter(
      ({ id, crisis }) => crisis && (this.clients.value[id] ?? 0) > 0,
    );
    const kept = Object.fromEntries(answered.map(({ id }) => [id, this.clients.value[id]]));
    this.fillRest(
      how,
      this.desk.clients.filter(({ id }) => !Object.hasOwn(kept, id)),
      Object.values(kept).reduce((sum, each) => sum + each, 0),
    );
    this.clients.value = { ...this.clients.value, ...kept };
  }

  /** Divides among these clients what is left beside hours that are taken. */
  private fillRest(
    how: Exclude<keyof typeof fills, 'clear'>,
    clients: readonly SeenClient[],
    taken: number,
  ): void {
    this.inForm.value = [];
    if (how === 'last') {
      const there = new Set(clients.map(({ id }) => id));
      this.clients.value = Object.fromEntries(
        Object.entries(this.last?.clients ?? {}).filter(([id]) => there.has(id)),
      );
      const due = new Set(clients.filter(({ required }) => required?.due).map(({ id }) => id));
      this.inForm.value = (this.last?.inForm ?? []).filter((id) => due.has(id));
      for (const { name, waiting } of this.desk.duties)
        this.setDuty(name, Math.min(waiting, this.last?.duties[name] ?? 0));
    } else if (how === 'equal') this.fillEqually(clients, taken);
    else {
      const rank = how === 'need' ? byNeed : byWait;
      this.fillInOrder([...clients].sort(rank), taken);
    }
  }

  /** Hours that duties leave for clients. */
  private get forClients(): number {
    return this.desk.hours.atHand - Object.values(this.duties.value).reduce((sum, each) => sum + each, 0);
  }

  /** The same for all, or, where that is less than an appointment, appointments for the longest unseen. */
  private fillEqually(clients: readonly SeenClient[], taken: number): void {
    const share = Math.floor((100 * (this.forClients - taken)) / Math.max(1, clients.length)) / 100;
    if (clients.some(({ shortest }) => share < shortest)) this.fillInOrder([...clients].sort(byWait), taken);
    else this.clients.value = Object.fromEntries(clients.map(({ id }) => [id, share]));
  }

  private fillInOrder(clients: readonly SeenClient[], taken: number): void {
    let left = this.forClients - taken;
    const given: Record<string, number> = {};
    for (const { id, shortest } of clients) {
      const hours = Math.max(shortest, STEP);
      if (hours > left) continue;
      given[id] = hours;
      left -= hours;
    }
    this.clients.value = given;
  }

  get division(): ChairDivision {
    const some = (hours: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(hours).filter(([, each]) => each !== 0));
    return {
      clients: some(this.clients.value),
      inForm: [...this.inForm.value],
      duties: some(this.duties.value),
    };
  }
}

const unseen = ({ weeksSinceContact, weeksOnCaseload }: SeenClient): number =>
  weeksSinceContact ?? weeksOnCaseload + 1;
const byWait = (a: SeenClient, b: SeenClient): number => unseen(b) - unseen(a);
const byNeed = (a: SeenClient, b: SeenClient): number => b.appearance - a.appearance;

/** Orders in which the desk can be read. */
export const orders: Record<string, { title: string; compare: (a: SeenClient, b: SeenClient) => number }> = {
  id: { title: 'Longest on the caseload', compare: (a, b) => b.weeksOnCaseload - a.weeksOnCaseload },
  wait: { title: 'Longest unseen', compare: byWait },
  need: { title: 'Need, as it looks', compare: byNeed },
  motivation: { title: 'Motivation, as it seems', compare: (a, b) => b.motivation - a.motivation },
};
