import { scenarioSchema } from '../../src/model/schema/scenario.ts';
import { weekPlan } from '../../src/model/week/plan.ts';
import { decisions } from '../../src/random/index.ts';
import { listFields } from '../../src/scenario/kit/index.ts';
import { code, table } from './markdown.ts';

/** The ten steps of the week, as `streetlevel plan` prints them, with the file of each. */
export const stepsTable = (): string =>
  table(
    ['Step', 'Id', 'What happens', 'File'],
    weekPlan.map(({ number, id, title, doc }) => [
      String(number),
      code(id),
      `**${title}**: ${doc}`,
      code(stepFile(id)),
    ]),
  );

/** Steps of more than one file lie in a folder of their own. */
export function stepFile(id: string): string {
  const inFolder = ['allocate', 'outcomes', 'claim', 'adapt'].includes(id);
  return `src/model/week/${inFolder ? `${id}/` : ''}${id}.ts`;
}

/** Maps of kinds, whose terms have reference pages of their own, and what is only said of a run. */
const ELSEWHERE = /^(incentives|caseworkers\.duties|commissioner\.reviews|measures\.(claims|published))\./;

/** Every number of the model that has a default: value, range and source. */
export const parameterTable = (): string =>
  table(
    ['Parameter', 'Default', 'Range to try', 'Source'],
    listFields(scenarioSchema)
      .filter(({ path, info }) => {
        const number = info.kind === 'parameter' && info.default !== undefined;
        return number && !ELSEWHERE.test(path) && !isWeight(path);
      })
      .map(({ path, info }) => [
        code(path.replaceAll('*', '<name>')),
        `${info.default}${info.unit ? ` ${info.unit}` : ''}`,
        info.range ? `${info.range[0]} to ${info.range[1]}` : '',
        info.source ?? '',
      ]),
  );

/** Weights and switches of single motives: eight equal rows each, which say nothing here. */
const isWeight = (path: string): boolean => /^caseworkers\.(dispositions\.\*|motives)\./.test(path);

/** The closed table of what draws decide. */
export const decisionsTable = (): string =>
  table(
    ['Number', 'Decision'],
    Object.entries(decisions).map(([name, number]) => [String(number), code(name)]),
  );
