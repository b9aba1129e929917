import { counted } from '../words/counted.ts';
import { writeNumber } from './localAnswers.ts';
import type { LocalNumbers } from './localNumbers.ts';
import type { LocalSums } from './localSums.ts';

/** `£12,345`, without pence. */
const pounds = (amount: number): string => `£${writeNumber(Math.round(amount))}`;

/** "1 caseworker", "6 people". */
const written = (number: number, one: string, many?: string): string =>
  counted(number, one, many, writeNumber(number));

/** Two digits at most: as exact as such numbers are. */
const rough = (number: number): string => writeNumber(Number(number.toPrecision(2)));

export const titleOf = ({ staff, referrals }: LocalNumbers): string =>
  `Our programme: ${written(staff, 'caseworker')}, ${written(referrals, 'person', 'people')} referred a week`;

/** What is paid by results, as it follows "with" or stands as a title. */
function termsOf({ fees, target }: LocalNumbers): string {
  if (target === 0) return `a fee of ${pounds(fees)} for every job`;
  if (fees === 0) return `a target of ${writeNumber(target)} jobs for 100 referred`;
  return `a fee of ${pounds(fees)} for every job and a target of ${writeNumber(target)} for 100 referred`;
}

/** A few words for the titles of designs, and of what is to be compared. */
export function shortTermsOf({ fees, target }: LocalNumbers): string {
  if (target === 0) return 'Fee for every job';
  return fees === 0 ? 'Target' : 'Fee and target';
}

export const questionOf = (numbers: LocalNumbers): string =>
  `Who gets the caseworkers' time, and who gets a job, with ${termsOf(numbers)}, and who under a plain grant?`;

/** What the numbers come to, in sentences: what a reader should look at before believing a result. */
export function checksOf({ caseload, target }: LocalNumbers, sums: LocalSums): string[] {
  const minutes = sums.contactHours * 60;
  const held = `With full caseloads of ${written(caseload, 'client')} a place lasts ${written(sums.stay, 'week')}, and there are about ${rough(minutes)} minutes of contact a week for each.`;
  if (sums.breakEven === undefined)
    return [held, 'Nothing is paid for a job, so income does not follow results.'];
  const needed =
    sums.breakEven > 100
      ? 'Fees could not pay the posts even if everybody referred got a job'
      : `Fees pay the posts if ${writeNumber(Math.ceil(sums.breakEven))} of 100 referred get a job`;
  const met =
    target === 0
      ? ''
      : `, and bring ${pounds(sums.feesAtTarget)} a year if the target is just met, against ${pounds(sums.costAYear)} that the posts cost`;
  return [held, `${needed}${met}.`];
}
