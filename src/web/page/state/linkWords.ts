/**
 * Characters that arrive whole nearly everywhere: a message of Discord ends at 2,000 (MessageLimits of its libraries), and what has
 * to work in any browser stays below 2,083 (Microsoft, MS-MWBE 3.1.1.1.2).
 */
const SURE = 2000;

/**
 * Characters that whoever carries addresses is asked to carry (RFC 9110, 4.1). Above it Slack has split a message twice (after every
 * 4,000; it cuts at 40,000), Teams takes about 28 KB, Firefox keeps no more than 65,536 in history and bookmarks, and Chromium shows
 * 32,768 and takes 2 MB.
 */
const CARRIED = 8000;

const INSTEAD =
  'Save “Scenario as YAML” and send that file: whoever opens it on this page has your settings, and adds the designs that you compare.';

/** What to know of a link that may not arrive whole, with what to do instead; nothing of a short one. */
export function lengthWords(link: string): string {
  const { length } = link;
  if (length <= SURE) return '';
  const long = `The link of this page has ${length.toLocaleString('en-GB')} characters, since the text of your file is in it.`;
  return length <= CARRIED
    ? `${long} Some chat programs cut messages after ${SURE.toLocaleString('en-GB')}: send it by mail, and try whether it opens. Or: ${INSTEAD}`
    : `${long} That is more than chat programs, mail and some servers carry; bookmarks may lose it, too. ${INSTEAD}`;
}

/** For whom a copied link leads somewhere: one to a file or to one's own machine is of use to nobody else as it stands. */
export function reachWords(link: string): string {
  const { protocol, hostname } = new URL(link);
  if (protocol === 'file:')
    return 'It leads to this file on your own machine, and names its folder. Others need a copy of the page: they open theirs, and put what stands from the # on behind its address.';
  if (hostname === '127.0.0.1' || hostname === 'localhost')
    return 'It opens on machines on which streetlevel workshop runs.';
  return '';
}
