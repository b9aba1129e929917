import type { FunctionComponent } from 'preact';
import { ChairView } from './chair/ChairView.tsx';
import { sittingOf } from './chair/sitting.ts';
import { CompareView } from './compare/CompareView.tsx';
import { PeopleView } from './people/PeopleView.tsx';
import type { Workshop } from './state/workshop.ts';

/** One way of looking at a scenario. */
export interface View {
  id: string;
  title: string;
  component: FunctionComponent<{ workshop: Workshop }>;
  /** Takes files dropped on the page while it is shown; false leaves them to be opened as a scenario. */
  drop?(workshop: Workshop, files: readonly File[]): boolean;
}

/** The views of the page, in the order of the tabs: a new one is a folder and a line here. */
export const views: readonly View[] = [
  { id: 'compare', title: 'Compare designs', component: CompareView },
  { id: 'people', title: 'People', component: PeopleView },
  {
    id: 'chair',
    title: 'The caseworker’s chair',
    component: ChairView,
    drop: (workshop, files) => sittingOf(workshop).drop(files),
  },
];
