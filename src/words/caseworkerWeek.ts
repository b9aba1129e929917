import type { CaseworkerStep, ClientClaim } from '../tables/caseworkerWeek.ts';
import { formatNumber, formatPercent, listInWords, sentenceCase, spellName } from './format.ts';

/** What a client's part in a division of hours was. */
export const standingWords: Readonly<Record<ClientClaim['standing'], string>> = {
  claimed: 'claimed hours',
  required: 'seen since a rule asked for it',
  token: 'seen on paper only',
  notReady: 'not ready by the screening',
  noClaim: 'in a stage that claims none',
  colleague: 'seen by a colleague',
  away: 'no hours to divide',
};

const hours = (value: number): string => `${formatNumber(value)} hours`;

/** How a caseworker divided the hours of one step, in a few sentences. */
export function weekOfCaseworker(step: CaseworkerStep): string[] {
  const who = `${sentenceCase(spellName(step.disposition))} in ${spellName(step.office)}, ${spellName(step.role)} of ${formatNumber(step.caseload, 0)} clients; burnout ${formatNumber(step.burnout)}, pressure felt ${formatNumber(step.pressure)}.`;
  if (!step.present) return [who, 'The post was vacant.'];
  return [who, whereHoursWent(step), theLine(step), whatMoved(step)].filter((text) => text !== '');
}

function whereHoursWent(step: CaseworkerStep): string {
  const claimed = step.clients.filter(({ standing }) => standing === 'claimed');
  const parts = [
    { to: 'contacts that a rule asked for', spent: step.requiredHours },
    { to: 'contacts on paper only', spent: step.tokenHours },
    { to: 'clients by appeal', spent: claimed.reduce((sum, each) => sum + each.hours, 0) },
    { to: 'clients in hours left free', spent: step.freeHours },
    ...step.dutyHours.map(({ duty, hours: spent }) => ({ to: spellName(duty), spent })),
  ].filter(({ spent }) => spent > 0);
  const spent = listInWords(parts.map((part) => `${formatNumber(part.spent)} to ${part.to}`));
  return `${hours(step.atHand)} at hand${spent === '' ? '; nobody got any' : `: ${spent}`}.`;
}

function theLine(step: CaseworkerStep): string {
  const claimed = step.clients.filter(({ standing }) => standing === 'claimed');
  if (claimed.length === 0) return '';
  const served = claimed.filter((each) => each.hours > 0).length;
  if (step.line === null) return `${claimed.length} claimed hours, and there was no appointment for any.`;
  const claims = `${served} of ${claimed.length} claimants got time.`;
  if (step.rule === 'priority')
    return `${claims} The last of them had an appeal of ${formatNumber(step.line)}.`;
  return `${claims} The line stood at an appeal of ${formatNumber(step.line)} an hour: whoever got time got appeal / ${formatNumber(step.line)} − ${formatNumber(step.tau)} hours, at least ${formatNumber(step.shortest)}.`;
}

/** How much of the appeal of those who got time each motive made. */
function whatMoved(step: CaseworkerStep): string {
  const served = step.clients.filter((each) => each.standing === 'claimed' && each.hours > 0);
  const total = served.reduce((sum, { judged }) => sum + judged, 0);
  if (!(total > 0)) return '';
  const shares = step.motives
    .map((motive, at) => ({
      motive,
      share: served.reduce((sum, { parts }) => sum + parts[at], 0) / total,
    }))
    .filter(({ share }) => share >= 0.005)
    .sort((a, b) => b.share - a.share)
    .map(({ motive, share }) => `${spellName(motive)} ${formatPercent(share, 0)}`);
  return `What their appeal was made of: ${listInWords(shares)}.`;
}
