/**
 * Tabs as the ARIA practices have them: one stop for the keyboard, arrows move between them. In a landmark of their own, so
 * that who goes from landmark to landmark does not pass them by.
 */
export function Tabs({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  label: string;
  tabs: readonly { id: string; title: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const { id } = tabs[(to + tabs.length) % tabs.length];
    onChoose(id);
    document.getElementById(`tab-${id}`)?.focus();
  };
  return (
    <nav aria-label={label}>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ id, title }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls="main"
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {title}
          </button>
        ))}
      </div>
    </nav>
  );
}
