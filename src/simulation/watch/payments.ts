import type { Instrument } from '../../model/incentives/instrument.ts';
import { COMMISSIONER, OUTSIDE } from '../../model/money/books.ts';
import type { World } from '../../model/world.ts';

/**
 * Listens to what the commissioner pays offices, or takes back, for events and contacts of one client: what instruments
 * post while they are told of one. What hangs on a whole step and on nobody's event is not among it.
 */
export class ClientPayments {
  private listening = false;
  private readonly heard = new WeakSet<Instrument>();

  constructor(
    private readonly world: World,
    private readonly row: number,
    take: (account: string, amount: number) => void,
  ) {
    const { books } = world;
    const post = books.post.bind(books);
    books.post = (step, from, to, account, group, amount) => {
      if (this.listening && from === COMMISSIONER && to > OUTSIDE) take(books.accounts[account].name, amount);
      post(step, from, to, account, group, amount);
    };
  }

  /** Listens to the instruments of the phase under way; to be called in each step before anything is paid. */
  listen(): void {
    for (const each of this.world.instruments) {
      if (this.heard.has(each)) continue;
      this.heard.add(each);
      if (each.onEvent) each.onEvent = this.around(each, each.onEvent);
      if (each.onContact) each.onContact = this.around(each, each.onContact);
    }
  }

  private around<T extends { client: number }>(instrument: Instrument, tell: (what: T) => void) {
    return (what: T): void => {
      this.listening = what.client === this.row;
      tell.call(instrument, what);
      this.listening = false;
    };
  }
}
