import { formatQuantity, listInWords } from './format.ts';
import { withInterval } from './intervals.ts';
import { readMean, readMeasure } from './read.ts';
import type { ReportTables } from './tables.ts';

/**
 * What a reward for areas brought in one design: how demand moved and would have moved anyway, tests, money, and what was
 * taken up. Empty where no area is rewarded and there are no interventions.
 */
export function areasSentence(tables: ReportTables, design: string): string {
  return [demandSentence, testsSentence, takenUpSentence]
    .map((sentence) => sentence(tables, design))
    .filter((text) => text !== '')
    .join(' ');
}

function demandSentence(tables: ReportTables, design: string): string {
  const change = readMeasure(tables, design, 'areas.change');
  const anyway = readMeasure(tables, design, 'areas.twinChange');
  if (!change || change.mean === null) return '';
  const twins =
    anyway && anyway.mean !== null
      ? `; without the service and beyond what was planned it would have been ${withInterval(anyway, 'share', '')}`
      : '';
  return `The change of demand in rewarded areas is ${withInterval(change, 'share', '')}${twins}.`;
}

function testsSentence(tables: ReportTables, design: string): string {
  const passed = readMeasure(tables, design, 'areas.passed');
  if (!passed || passed.mean === null) return '';
  const deadweight = readMean(tables, design, 'areas.deadweight');
  const luck = readMean(tables, design, 'areas.luckPass');
  const asides = [
    ...(deadweight === null
      ? []
      : [`${formatQuantity(deadweight, 'share', '')} of those passed would have been passed anyway`]),
    ...(luck === null ? [] : [`luck alone passes ${formatQuantity(luck, 'share', '')}`]),
  ];
  const { currency } = tables.manifest;
  const reward = readMeasure(tables, design, 'areas.reward');
  const added = readMean(tables, design, 'areas.rewardAdded');
  const money =
    reward && reward.mean !== null
      ? ` Areas were paid ${withInterval(reward, 'money', currency)}${added === null ? '' : `, ${formatQuantity(added, 'money', currency)} beyond what a fall that comes anyway would have been paid`}.`
      : '';
  return `Areas passed ${withInterval(passed, 'share', '')} of their tests${asides.length > 0 ? `: ${listInWords(asides)}` : ''}.${money}`;
}

const kinds = [
  ['new', 'came for the reward'],
  ['accelerated', 'came sooner for it'],
  ['local', 'came for local reasons'],
  ['planned', 'were planned'],
  ['running', 'ran before'],
] as const;

function takenUpSentence(tables: ReportTables, design: string): string {
  const counted = kinds.flatMap(([kind, words]) => {
    const mean = readMean(tables, design, `interventions.count[additionality=${kind}]`);
    return mean === null || mean === 0 ? [] : [`${formatQuantity(mean, 'count', '')} ${words}`];
  });
  return counted.length === 0 ? '' : `Of interventions, counted once an area, ${listInWords(counted)}.`;
}
