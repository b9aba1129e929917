import { FAILS, SUSPICIOUS } from '../../test/random/testU01/judge.ts';
import type { StreamRecord, Trial } from '../../test/random/testU01/record.ts';
import { code, table } from './markdown.ts';
import { duration, madeOf } from './trialWords.ts';

/** Recorded trials of one battery of randomness: when and with what, a row a stream, and how often a good generator would be refused. */
export function trialTable(...trials: readonly Trial[]): string {
  const streams = trials.flatMap((trial) => trial.streams);
  const statistics = streams.reduce((sum, stream) => sum + stream.statistics, 0);
  const rows = streams.map((stream) => [
    code(stream.walk),
    `${stream.word}${stream.reversed ? ', bits turned round' : ''}`,
    Number.isFinite(stream.millionWords) ? `${stream.millionWords.toLocaleString('en-GB')} million` : '',
    String(stream.statistics),
    `${pText(stream.lowest.p)} (${stream.lowest.test})`,
    `${pText(stream.highest.p)} (${stream.highest.test})`,
    verdict(stream),
    `${stream.seconds.toLocaleString('en-GB')} s`,
  ]);
  const passed = streams.filter((stream) => stream.passed).length;
  const made = trials.map((trial) => {
    const of = trials.length > 1 ? ` of ${trial.streams.map(({ walk }) => code(walk)).join(', ')}` : '';
    return `${trial.battery}${of}, ${madeOf(trial)}, ${duration(trial.seconds)} with ${trial.jobs} at once.`;
  });
  return `${made.join('\n')}
${passed} of ${streams.length} ${streams.length === 1 ? 'stream' : 'streams'} passed, with ${statistics} statistics in all. A good generator would be refused here with a chance of
${(statistics * (2 * FAILS + 4 * SUSPICIOUS * SUSPICIOUS)).toExponential(0)}, and have a suspicious statistic with one of ${(1 - (1 - 2 * SUSPICIOUS) ** statistics).toFixed(2)}.

${table(['Walk', 'Word', 'Words read', 'Statistics', 'Lowest p', 'Highest p', 'Verdict', 'Time'], rows)}`;
}

function verdict({ passed, suspicious }: StreamRecord): string {
  const told = suspicious
    .map(({ test, p, again }) => `${test} suspicious (${pText(p)}), with another seed ${pText(again)}`)
    .join('; ');
  return `${passed ? 'passed' : '**failed**'}${told === '' ? '' : `; ${told}`}`;
}

/** Near 1 the distance from it says more. */
const pText = (p: number): string =>
  p > 0.999 ? `1 − ${(1 - p).toExponential(1)}` : p < 0.001 ? p.toExponential(1) : p.toFixed(3);
