import type { MeasureSensitivity, ParameterHinge } from '../tables/sensitivity.ts';
import { formatPercent, sentenceCase } from '../words/format.ts';
import { hingeStrength, movesFirstPlace } from '../words/hinges.ts';
import { measureName } from '../words/names.ts';
import { parameterNames } from '../words/parameters.ts';
import { designTitle } from '../words/read.ts';
import { sensitivitySentences } from '../words/sensitivity.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { frame } from './frame.ts';
import { PARAMETER_LABELS, parameterRows } from './parameterRows.ts';
import { CHART_WIDTH, colours } from './style.ts';
import type { ReportTables } from './tables.ts';

const MOST_PARAMETERS = 15;
const LOW = 'In the lowest third of its range';
const HIGH = 'In the highest third of its range';

/** How often the first design stays first at low and at high values of each assumption. */
export const rankingHinges: Chart = {
  id: 'rankingHinges',
  title: (tables) => {
    const { measure, hinges } = ranked(tables)!;
    return `On which assumptions does it hang that “${designTitle(tables, hinges.ranking[0])}” is first by ${measureName(measure, tables)}?`;
  },
  needs: (tables) => ranked(tables) !== undefined,
  finding: (tables) => sensitivitySentences(tables)[0],
  spec(tables) {
    const { hinges } = ranked(tables)!;
    const parameters = strongestHinges(hinges.parameters);
    const hidden = hinges.parameters.length - parameters.length;
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `Share of points at which it is first${hidden > 0 ? `, by the ${parameters.length} assumptions that move it most` : ''}. In brackets: tries, moving that assumption alone, that put another design first.`,
      view: hingePanel(tables, parameters, hinges.first.value),
    });
  },
};

type Ranked = MeasureSensitivity & { hinges: NonNullable<MeasureSensitivity['hinges']> };

/** The foremost measure by which designs are ranked. */
function ranked(tables: ReportTables): Ranked | undefined {
  const measures = tables.study?.sensitivity?.measures ?? [];
  return measures.find((one): one is Ranked => one.hinges !== undefined && one.hinges.points > 0);
}

function strongestHinges(parameters: readonly ParameterHinge[]): ParameterHinge[] {
  const rank = (hinge: ParameterHinge) => (movesFirstPlace(hinge) ? 10 : 0) + hingeStrength(hinge);
  return [...parameters].sort((a, b) => rank(b) - rank(a)).slice(0, MOST_PARAMETERS);
}

function hingePanel(
  tables: ReportTables,
  parameters: readonly ParameterHinge[],
  overall: number | null,
): ChartSpec {
  const names = parameterNames(tables.study!.varied);
  const label = ({ parameter, turns }: ParameterHinge) => {
    const name = sentenceCase(names.get(parameter) ?? parameter);
    return turns && turns.value !== null
      ? `${name} (${Math.round(turns.value * turns.n)} of ${turns.n})`
      : name;
  };
  const rows = parameterRows(parameters.map(label));
  const ends = parameters.flatMap((hinge) =>
    [
      { third: LOW, share: hinge.low },
      { third: HIGH, share: hinge.high },
    ].flatMap(({ third, share }) =>
      share.value === null
        ? []
        : [
            {
              parameter: label(hinge),
              third,
              value: share.value,
              text: `${formatPercent(share.value, 0)} of ${share.n} points`,
            },
          ],
    ),
  );
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    title: 'Share of points at which it is first',
    scale: { domain: [0, 1], nice: false },
    axis: { tickCount: 5, format: '~%' },
  });
  const third = {
    field: 'third',
    type: 'nominal',
    scale: { domain: [LOW, HIGH], range: [colours.blue, colours.vermilion] },
    legend: { title: null, orient: 'top', direction: 'horizontal', symbolStrokeWidth: 1 },
  };
  return {
    width: CHART_WIDTH - PARAMETER_LABELS - 40,
    height: rows.height,
    layer: [
      {
        data: {
          values: parameters.map((hinge) => ({
            parameter: label(hinge),
            low: hinge.low.value,
            high: hinge.high.value,
          })),
        },
        transform: [{ filter: 'isValid(datum.low) && isValid(datum.high)' }],
        mark: { type: 'rule', color: colours.muted, strokeWidth: 2 },
        encoding: { y: rows.y, x: x('low'), x2: { field: 'high' } },
      },
      ...(overall === null
        ? []
        : [
            {
              data: { values: [{ overall }] },
              mark: { type: 'rule', color: colours.muted, strokeDash: [3, 3] },
              encoding: { x: x('overall') },
            },
          ]),
      {
        data: { values: ends },
        mark: { type: 'point', filled: true, size: 80, opacity: 1 },
        encoding: {
          y: rows.y,
          x: x('value'),
          color: third,
          shape: { ...third, scale: { domain: [LOW, HIGH], range: ['circle', 'diamond'] } },
          tooltip: [
            { field: 'parameter', type: 'nominal', title: 'Assumption' },
            { field: 'third', type: 'nominal', title: 'Where' },
            { field: 'text', type: 'nominal', title: 'First at' },
          ],
        },
      },
    ],
  };
}
