import { LocalForm } from './local/LocalForm.tsx';
import type { Workshop } from './state/workshop.ts';

/** Which scenario: one of the package, or a file from the machine. */
export function ScenarioPicker({ workshop }: { workshop: Workshop }) {
  const { bundled } = workshop.data;
  const source = workshop.draft.value?.source;
  const chosen = source && 'bundled' in source ? source.bundled : '';
  const opened = workshop.opened.value;
  return (
    <div class="picker">
      <label>
        Scenario
        <select
          value={chosen}
          onChange={({ currentTarget }) => {
            if (currentTarget.value !== '') void workshop.choose({ bundled: currentTarget.value });
          }}
        >
          {chosen === '' && (
            <option value="">{source && 'file' in source ? source.file : 'choose one'}</option>
          )}
          {Object.entries(bundled).map(([name, { title }]) => (
            <option key={name} value={name}>
              {title || name}
            </option>
          ))}
        </select>
      </label>
      <label class="file">
        or open a file
        <input
          type="file"
          accept=".yaml,.yml,.json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void workshop.drop(file);
            currentTarget.value = '';
          }}
        />
      </label>
      <LocalForm workshop={workshop} />
      {opened && (
        <div class="about">
          <h1>{opened.title}</h1>
          {opened.question && <p class="question">{opened.question}</p>}
          {opened.about && (
            <details>
              <summary>About this scenario</summary>
              <p>{opened.about}</p>
            </details>
          )}
        </div>
      )}
    </div>
  );
}
