import { ForecastForm, ForecastResult } from '../predict/Forecast.tsx';
import type { Workshop } from '../state/workshop.ts';
import { Charts } from './Charts.tsx';
import { Columns } from './Columns.tsx';
import { Findings } from './Findings.tsx';
import { Toolbar } from './Toolbar.tsx';
import { Views } from './Views.tsx';

/** Two to four designs side by side: their levers, what they do in words, and the charts. */
export function CompareView({ workshop }: { workshop: Workshop }) {
  return (
    <div class="compare">
      <Toolbar workshop={workshop} />
      <Columns workshop={workshop} />
      <div class="results">
        {workshop.keptBack.value ? (
          <ForecastForm workshop={workshop} />
        ) : (
          <>
            <ForecastResult workshop={workshop} />
            <Findings workshop={workshop} />
            <Views workshop={workshop} />
            <Charts workshop={workshop} />
          </>
        )}
      </div>
    </div>
  );
}
