import { existsSync, readFileSync } from 'node:fs';
import { builtFile, packageVersion } from '../../backends/packageFiles.ts';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import { workshopHtml, workshopPolicy } from '../../web/html.ts';
import { bundledPath, bundledTitles } from '../bundledScenarios.ts';
import { firstSource } from './firstSource.ts';

/** The workshop page as text, and the policy that a server sends with it. */
export interface WorkshopPage {
  text: string;
  policy: string;
}

/** The page with all bundled scenarios in it, opening with this one. */
export async function workshopPage(first: ScenarioBundle): Promise<WorkshopPage> {
  const script = built('page.js');
  const bundled = Object.fromEntries(
    bundledTitles().map(({ name, title }) => [
      name,
      { title, text: readFileSync(bundledPath(name), 'utf8') },
    ]),
  );
  const text = await workshopHtml({
    script,
    style: built('pageStyle.css'),
    version: packageVersion(),
    bundled,
    first: firstSource(first),
  });
  return { text, policy: await workshopPolicy(script) };
}

function built(name: string): string {
  const path = builtFile(name);
  if (!existsSync(path)) throw new Error(`dist has no ${name}: build the package with \`npm run build\`.`);
  return readFileSync(path, 'utf8');
}
