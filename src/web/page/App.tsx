import { useSignal } from '@preact/signals';
import { Problems } from './Problems.tsx';
import { ScenarioPicker } from './ScenarioPicker.tsx';
import { readWord, writeWord } from './state/link.ts';
import type { Workshop } from './state/workshop.ts';
import { download } from './ui/download.ts';
import { Tabs } from './ui/Tabs.tsx';
import { useDrop } from './ui/useDrop.ts';
import { views } from './views.ts';

const VIEW = 'view';

/** The page: which scenario, its views, and under each what is asked and what came in. */
export function App({ workshop }: { workshop: Workshop }) {
  const view = useSignal(readWord(VIEW));
  const shown = views.find(({ id }) => id === view.value) ?? views[0];
  const isOver = useDrop((files) => {
    if (!shown.drop?.(workshop, files)) void workshop.drop(files[0]);
  });
  const show = (id: string) => {
    view.value = id;
    writeWord(VIEW, id);
  };
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <header>
        <p class="brand">streetlevel workshop</p>
        <ScenarioPicker workshop={workshop} />
      </header>
      {views.length > 1 && <Tabs label="Views" tabs={views} chosen={shown.id} onChoose={show} />}
      <main id="main" tabIndex={-1}>
        <Problems workshop={workshop} />
        {workshop.opened.value && <shown.component workshop={workshop} />}
      </main>
      <footer>
        <p>
          streetlevel {workshop.data.version}. All of it runs in this page: nothing is loaded, and nothing
          leaves your machine.
        </p>
        <button
          type="button"
          onClick={async () => download('cards.html', await workshop.desk.cards(), 'text/html')}
        >
          Cards for the room, to print
        </button>
      </footer>
      {isOver.value && <div class="drop-here">Drop a scenario file to open it</div>}
    </>
  );
}
