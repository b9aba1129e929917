import type { Watching } from './watching.ts';

/** Chooses one of the designs of the page, or none where that has a name. */
export function DesignChoice({
  label,
  value,
  titles,
  none,
  onChoose,
}: {
  label: string;
  value: string;
  titles: readonly { id: string; title: string }[];
  none?: string;
  onChoose: (id: string) => void;
}) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {titles.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Shows the week of a caseworker of the first design. */
export function CaseworkerChoice({ watching }: { watching: Watching }) {
  const { posts } = watching.worlds.value[0].field;
  return (
    <label class="caseworkers">
      The week of a caseworker
      <select
        value=""
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '')
            void watching.showCaseworker({
              world: 0,
              worker: Number(currentTarget.value),
              week: watching.week.peek(),
            });
          currentTarget.value = '';
        }}
      >
        <option value="">choose one</option>
        {posts.map(({ caseworker, role, office, disposition }, worker) => (
          <option key={caseworker} value={String(worker)}>
            {`${caseworker}, ${role}, ${office}, ${disposition}`}
          </option>
        ))}
      </select>
    </label>
  );
}
