import type { Workshop } from '../state/workshop.ts';
import { Debrief } from './Debrief.tsx';
import { DeskForm } from './DeskForm.tsx';
import { SitDown } from './SitDown.tsx';
import { sittingOf } from './sitting.ts';
import { TeachersCorner } from './TeachersCorner.tsx';

/** The caseworker's chair: sit down, divide some weeks, and see what came of it. */
export function ChairView({ workshop }: { workshop: Workshop }) {
  const sitting = sittingOf(workshop);
  const seated = sitting.seated.value;
  const debrief = sitting.debrief.value;
  const desk = seated?.desk;
  return (
    <div class="chair" aria-busy={sitting.busy.value !== ''}>
      <p role="status" class="progress">
        {sitting.busy.value}
      </p>
      {!seated && <SitDown workshop={workshop} sitting={sitting} />}
      {seated && desk && <DeskForm key={desk.week} sitting={sitting} seated={seated} desk={desk} />}
      {seated && debrief && <Debrief sitting={sitting} seated={seated} debrief={debrief} />}
      {(!seated || debrief) && <TeachersCorner workshop={workshop} sitting={sitting} />}
    </div>
  );
}
