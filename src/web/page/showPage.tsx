import { render } from 'preact';
import type { PageData } from '../html.ts';
import { App } from './App.tsx';
import { bundledTexts } from './state/bundledTexts.ts';
import { Workshop } from './state/workshop.ts';
import { hearFaults, startDesk } from './workers.ts';

/** Starts the workers and shows the page; what goes wrong before there is anything to show is said in its place. */
export function showPage(): void {
  const root = document.getElementById('workshop')!;
  const data = JSON.parse(document.getElementById('data')!.textContent!) as PageData;
  root.textContent = 'Starting …';
  const cannotStart = (error: unknown) => {
    root.textContent = `The page cannot start: ${error}`;
  };
  hearFaults(cannotStart);
  // Another link in the address of a page that is open: its script begins anew with it.
  addEventListener('hashchange', () => location.reload());
  startDesk()
    .then(async ({ desk }) => {
      await desk.begin({ version: data.version, bundled: bundledTexts(data) });
      const workshop = new Workshop(data, desk);
      hearFaults((message) => workshop.breakDown(message));
      root.textContent = '';
      render(<App workshop={workshop} />, root);
      await workshop.begin();
    })
    .catch(cannotStart);
}
