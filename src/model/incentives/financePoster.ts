import { COMMISSIONER, officeParty } from '../money/books.ts';
import type { InstrumentSetup } from './instrument.ts';

/**
 * Posts money that only changes when an office has it, such as an advance, in the instrument's own account: it is
 * income of the office and not earned. A negative amount flows back to the commissioner.
 */
export function financePoster({ books, name }: InstrumentSetup, category: string) {
  const account = books.open(name, 'fee', category, 'finance');
  return (step: number, office: number, amount: number): void => {
    if (amount !== 0) books.post(step, COMMISSIONER, officeParty(office), account, -1, amount);
  };
}
