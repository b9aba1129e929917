import { formatNumber, listInWords, sentenceCase, spellName } from '../words/format.ts';
import { intervalRange, ONE_RUN } from '../words/intervals.ts';
import { designIds, fifths, findingOf, readMean, readMeasure, sliceValues } from '../words/read.ts';
import { sliceTitle, statedTitle } from '../words/titles.ts';
import { anyCut, intervalsKey, measureBounds, within } from './bounds.ts';
import type { Chart } from './chart.ts';
import { frame } from './frame.ts';
import { designPanels, fifthAxis, notDefinedLayer } from './panels.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';
import { axisTop } from './values.ts';

const MEASURE = 'hours.byRole';
const roleColours = [colours.blue, colours.vermilion, colours.green, colours.purple] as const;
const roleShapes = ['circle', 'square', 'triangle-up', 'diamond'] as const;

/**
 * Where selection happens: each role's hours by fifth relative to that role's average over the fifths, so
 * that a role with few hours, such as introductions to vacancies, is seen beside one with many.
 */
export const hoursByRole: Chart = {
  id: 'hoursByRole',
  title: () => 'Which role selects: whose hours lean to the easiest?',
  needs: (tables) => sliceValues(tables, MEASURE, 'role').length > 1,
  finding: (tables) => roleFinding(tables),
  spec(tables) {
    const roles = sliceValues(tables, MEASURE, 'role');
    const designs = designIds(tables);
    const points = designs.map((design) => rolePoints(tables, design, roles));
    const top = axisTop(points.flat().map((point) => point.hi ?? point.relative));
    const labels = roles.map((role) => sentenceCase(sliceTitle(tables, 'role', role)));
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        "Points: hours per client-week of a fifth over that role's average over the fifths; 1 (dashed) is an equal share.",
      intervals: intervalsKey(
        'Upright lines: 95% intervals',
        anyCut(
          tables,
          roles.flatMap((role) => fifths.map((fifth) => roleKey(role, fifth))),
        ),
      ),
      params: [
        {
          name: 'roleShown',
          select: { type: 'point', fields: ['role'] },
          bind: 'legend',
          views: designs.map((_, index) => `role${index}`),
        },
      ],
      view: designPanels(tables, ({ design, title, first, height }) => {
        const at = designs.indexOf(design);
        const role = {
          field: 'role',
          type: 'nominal',
          legend: { orient: 'top', title: null, symbolSize: 80 },
        };
        const color = { ...role, scale: { domain: labels, range: labels.map((_, i) => roleColours[i % 4]) } };
        const y = {
          field: 'relative',
          type: 'quantitative',
          scale: { domain: [0, top], nice: false },
          title: first ? 'Hours, 1 = equal share' : null,
          axis: { tickCount: 4, format: '.2~f' },
        };
        const opacity = { condition: { param: 'roleShown', value: 1 }, value: 0.1 };
        return {
          height,
          data: { values: points[at].map((point) => ({ ...point, design: title })) },
          layer: [
            {
              data: { values: [{}] },
              mark: { type: 'rule', strokeDash: [4, 3], color: colours.ink },
              encoding: { y: { datum: 1 } },
            },
            {
              mark: { type: 'line', strokeWidth: 1.5 },
              encoding: { x: fifthAxis, y, color, opacity },
            },
            {
              transform: [{ filter: 'isValid(datum.lo) && isValid(datum.hi)' }],
              mark: { type: 'rule', strokeWidth: 1.2 },
              encoding: { x: fifthAxis, y: { ...y, field: 'lo' }, y2: { field: 'hi' }, color, opacity },
            },
            {
              name: `role${at}`,
              mark: { type: 'point', filled: true, size: 60, opacity: 1 },
              encoding: {
                x: fifthAxis,
                y,
                color,
                shape: { ...role, scale: { domain: labels, range: labels.map((_, i) => roleShapes[i % 4]) } },
                opacity,
                tooltip: [
                  { field: 'design', type: 'nominal', title: 'Design' },
                  { field: 'role', type: 'nominal', title: 'Role' },
                  { field: 'fifth', type: 'nominal', title: 'Fifth of need' },
                  { field: 'value', type: 'nominal', title: 'Hours per client-week' },
                  { field: 'interval', type: 'nominal', title: '95% interval' },
                ],
              },
            },
            ...notDefinedLayer(
              fifths
                .filter((fifth) => !points[at].some((point) => point.fifth === fifth))
                .map((fifth) => ({ fifth })),
            ),
          ],
        };
      }),
    });
  },
};

const roleKey = (role: string, fifth: string): string => `${MEASURE}[role=${role},fifth=${fifth}]`;

interface RolePoint {
  role: string;
  fifth: string;
  relative: number;
  lo: number | null;
  hi: number | null;
  value: string;
  interval: string;
}

/** Undefined fifths are left out of a role's average; a role without hours has no relative hours at all. */
function rolePoints(tables: ReportTables, design: string, roles: string[]): RolePoint[] {
  return roles.flatMap((role) => {
    const found = fifths.flatMap((fifth) => {
      const summary = readMeasure(tables, design, roleKey(role, fifth));
      return summary && summary.mean !== null ? [{ fifth, ...summary, mean: summary.mean }] : [];
    });
    const average = found.reduce((sum, one) => sum + one.mean, 0) / found.length;
    if (!(average > 0)) return [];
    return found.map((one) => ({
      role: sentenceCase(sliceTitle(tables, 'role', role)),
      fifth: one.fifth,
      relative: one.mean / average,
      lo: one.lo === null ? null : within(one.lo, measureBounds(MEASURE)) / average,
      hi: one.hi === null ? null : one.hi / average,
      value: formatNumber(one.mean, 3),
      interval: intervalRange(one, 'hours', '') ?? ONE_RUN,
    }));
  });
}

function roleFinding(tables: ReportTables): string {
  const { base } = tables.summary;
  const parts = sliceValues(tables, MEASURE, 'role').map((role) => {
    const easy = readMean(tables, base, roleKey(role, '1'));
    const hard = readMean(tables, base, roleKey(role, '5'));
    const title = statedTitle(tables, 'role', role);
    if (easy === null || hard === null)
      return `hours of ${title === undefined ? `the ${spellName(role)}` : `“${title}”`} are not defined`;
    return `${title === undefined ? `the ${spellName(role)} gives` : `“${title}” give`} the easiest fifth ${formatNumber(easy)} and the hardest ${formatNumber(hard)} hours per client-week`;
  });
  return findingOf(tables, base, `${listInWords(parts)}.`);
}
