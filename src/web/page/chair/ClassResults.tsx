import type { ChairClass } from '../../../tables/chair.ts';
import {
  classSentences,
  dispositionName,
  formatNumber,
  formatPercent,
  listInWords,
  sentenceCase,
} from '../../../words/index.ts';
import { Bars } from './Bars.tsx';
import type { SittingState } from './sitting.ts';

/** Collected result files, laid over each other. */
export function ClassResults({ sitting }: { sitting: SittingState }) {
  const overlaid = sitting.overlay.value;
  return (
    <section aria-labelledby="class-title">
      <h3 id="class-title">Results of a class</h3>
      <label class="file">
        Choose the files that students saved, or drop them on the page{' '}
        <input
          type="file"
          multiple
          accept=".json"
          onChange={({ currentTarget }) => {
            const files = Array.from(currentTarget.files ?? []);
            if (files.length > 0) void sitting.collect(files);
            currentTarget.value = '';
          }}
        />
      </label>
      <div role="alert">
        {overlaid && overlaid.problems.length > 0 && (
          <div class="problems">
            <p>Not all files are counted:</p>
            <ul>
              {overlaid.problems.map(({ about, message }) => (
                <li key={about + message}>
                  <b>{about}</b>: {message}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div role="status">
        {overlaid?.overlay &&
          classSentences(overlaid.overlay).map((sentence) => <p key={sentence}>{sentence}</p>)}
      </div>
      {overlaid?.overlay && <ClassTables overlay={overlaid.overlay} />}
    </section>
  );
}

/** Students between dispositions: by concentration, by clients without an hour, and by distance. */
function ClassTables({ overlay }: { overlay: ChairClass }) {
  const { students, measures } = overlay;
  const ofDispositions = (key: string) =>
    Object.entries(measures.find((one) => one.key === key)?.dispositions ?? {}).map(([name, value]) => ({
      name: `${sentenceCase(dispositionName(name))} (disposition)`,
      value,
    }));
  const placed = (key: string) =>
    [
      ...students.map(({ name, values }) => ({ name, value: values[key], yours: true })),
      ...ofDispositions(key).map((row) => ({ ...row, yours: false })),
    ]
      .sort((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity))
      .map(({ name, value, yours }) => ({ name, values: [value], yours }));
  const dispositions = Object.keys(students[0]?.distances ?? {});
  return (
    <div class="pair">
      <Bars
        caption="Concentration of hours over true need, students between dispositions"
        head={['index']}
        rows={placed('creaming.concentration')}
        write={(value) => formatNumber(value, 3)}
      />
      <Bars
        caption="Clients without an hour, students between dispositions"
        head={['share']}
        rows={placed('withoutHour')}
        write={(value) => formatPercent(value, 0)}
      />
      <Bars
        caption="Distance of each student from each disposition"
        head={dispositions.map((name) => sentenceCase(dispositionName(name)))}
        rows={students.map(({ name, distances, nearest }) => ({
          name: `${name}${nearest.length > 0 ? `, nearest ${listInWords(nearest.map(dispositionName))}` : ', near none'}`,
          values: dispositions.map((each) => distances[each]),
          yours: true,
        }))}
        write={(value) => formatPercent(value, 0)}
      />
    </div>
  );
}
