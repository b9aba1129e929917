import { spellName } from '../words/format.ts';
import { designIds, findingOf } from '../words/read.ts';
import { deadweightSentence, outcomeSentence } from '../words/sentences.ts';
import type { Chart } from './chart.ts';
import { frame } from './frame.ts';
import { errorBar, labelLayer } from './hoursByFifth.ts';
import { designPanels, fifthAxis, notDefinedLayer } from './panels.ts';
import { colours } from './style.ts';
import { axisTop, barLabel, fifthIntervals, fifthValues, hasFifths } from './values.ts';

/** What came of it, and what would have come anyway: clients before their twins, by fifth and design. */
export const outcomesWithTwin: Chart = {
  id: 'outcomesWithTwin',
  title: () => 'What came of it, and how much would have happened anyway?',
  needs: (tables) => hasFifths(tables, 'served.rate') && hasFifths(tables, 'twin.rate'),
  finding(tables) {
    const { base } = tables.summary;
    return findingOf(tables, base, `${outcomeSentence(tables, base)} ${deadweightSentence(tables, base)}`);
  },
  spec(tables) {
    const designs = designIds(tables);
    const own = designs.map((design) => fifthValues(tables, design, 'served.rate', 'share'));
    const twins = designs.map((design) => fifthValues(tables, design, 'twin.rate', 'share'));
    const top = axisTop([...own, ...twins].flat().map((value) => value.hi ?? value.mean));
    const event = spellName(tables.manifest.mainEvent);
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Narrow bars and figures: the clients. Wide pale bars with dashed edges: their twins, the same people with the same luck and no service. What stands above the pale bar was added. Bars count the event after leaving, too; the outcome rates in words count it in the programme.',
      intervals: fifthIntervals(tables, 'served.rate', "Upright lines: 95% interval of the clients' mean"),
      view: designPanels(tables, ({ design, title, first, height }) => {
        const at = designs.indexOf(design);
        const values = own[at].map((value, index) => {
          const twin = twins[at][index];
          return {
            ...value,
            design: title,
            twin: twin.mean,
            twinValue: twin.value,
            twinInterval: twin.interval,
            label: value.mean === null ? '' : barLabel(value.mean, 'share'),
            labelAt: Math.max(value.hi ?? value.mean ?? 0, twin.mean ?? 0),
          };
        });
        const tooltip = [
          { field: 'design', type: 'nominal', title: 'Design' },
          { field: 'fifth', type: 'nominal', title: 'Fifth of need' },
          { field: 'value', type: 'nominal', title: 'Clients' },
          { field: 'interval', type: 'nominal', title: '95% interval' },
          { field: 'twinValue', type: 'nominal', title: 'Twins, without service' },
          { field: 'twinInterval', type: 'nominal', title: '95% interval (twins)' },
        ];
        const rate = (field: string) => ({
          field,
          type: 'quantitative',
          scale: { domain: [0, top], nice: false },
          title: first ? `Share with “${event}”` : null,
          axis: { tickCount: 4, format: '.0%' },
        });
        return {
          height,
          data: { values: values.filter((value) => value.mean !== null) },
          layer: [
            {
              transform: [{ filter: 'isValid(datum.twin)' }],
              mark: {
                type: 'bar',
                color: colours.ghost,
                stroke: colours.muted,
                strokeDash: [3, 2],
                strokeWidth: 1,
                width: { band: 0.96 },
              },
              encoding: { x: fifthAxis, y: rate('twin'), tooltip },
            },
            {
              mark: { type: 'bar', color: colours.blue, width: { band: 0.46 } },
              encoding: { x: fifthAxis, y: rate('mean'), tooltip },
            },
            ...errorBar(fifthAxis),
            labelLayer(),
            ...notDefinedLayer(values.filter((value) => value.mean === null)),
          ],
        };
      }),
    });
  },
};
