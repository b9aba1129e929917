import { Status } from '../../../model/service.ts';
import { ContactShown, Parked } from '../../../simulation/index.ts';
import { counted } from '../../../words/counted.ts';
import { fifthName, formatNumber, formatPercent, sentenceCase, spellName } from '../../../words/index.ts';
import type { Frame, WatchedField } from '../../engine/watchProtocol.ts';

const statusWords: Record<number, string> = {
  [Status.future]: 'not referred yet',
  [Status.prevented]: 'never referred',
  [Status.attached]: 'in the programme',
  [Status.declined]: 'did not want the place',
  [Status.refused]: 'was refused the place',
  [Status.droppedOut]: 'dropped out',
  [Status.completed]: 'left at the end',
};
const contactWords: Record<number, string> = {
  [ContactShown.token]: 'contact on paper only',
  [ContactShown.holding]: 'seen, on what touches none of the barriers',
  [ContactShown.required]: 'seen since a rule asked for it',
  [ContactShown.matched]: 'seen',
};
const parkedWords: Record<number, string> = {
  [Parked.unseen]: 'parked out of sight',
  [Parked.holding]: 'parked in a holding pattern',
  [Parked.token]: 'parked with contact on paper only',
};

/** One client in one week, in a sentence. */
export function clientInWords(field: WatchedField, frame: Frame, place: number): string {
  const status = frame.status[place];
  const parts = [
    `Client ${field.clients[place]}, ${fifthName(field.fifth[place] + 1)}, ${spellName(field.groups[field.group[place]])}`,
    statusWords[status],
  ];
  if (status !== Status.future && status !== Status.prevented)
    parts.push(spellName(field.stages[frame.stage[place]]));
  if (status === Status.attached) {
    const contact = frame.contact[place];
    if (contact === ContactShown.none) parts.push(`not seen for ${counted(frame.unseen[place], 'week')}`);
    else if (contact === ContactShown.token) parts.push(contactWords[contact]);
    else parts.push(`${contactWords[contact]}, ${formatNumber(frame.tenths[place] / 10, 1)} hours`);
    if (frame.parked[place] !== Parked.no) parts.push(parkedWords[frame.parked[place]]);
    if (frame.crisis[place] === 1) parts.push('in a crisis');
  }
  return `${parts.join('; ')}.`;
}

/** One world in one week, in a few sentences. */
export function weekInWords({ title }: WatchedField, { week, sums, status }: Frame): string {
  const attached = status.reduce((count, each) => count + (each === Status.attached ? 1 : 0), 0);
  const parked = (k: number): string =>
    sums.claiming[k] === 0 ? 'nobody waits' : `${formatPercent(sums.parked[k] / sums.claiming[k], 0)} parked`;
  const hours = (k: number): string =>
    Number.isNaN(sums.hours[k]) ? '' : `${formatNumber(sums.hours[k])} hours a client-week, `;
  const fifth = (k: number): string => `${sentenceCase(fifthName(k + 1))}: ${hours(k)}${parked(k)}.`;
  return `${title}, week ${week + 1}: ${attached.toLocaleString('en-GB')} clients in the programme. ${fifth(0)} ${fifth(4)}`;
}
