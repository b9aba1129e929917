import { isSamePerson, lifeFigures, underOther } from '../../../words/index.ts';
import { Scroller } from '../ui/Scroller.tsx';
import { DesignChoice } from './Choices.tsx';
import type { Watching } from './watching.ts';

/** The same person with the same luck under another design of the page: what differed, in short, and the way there. */
export function OtherLife({
  watching,
  here,
  titles,
}: {
  watching: Watching;
  /** Title of the design whose life is told. */
  here: string;
  titles: readonly { id: string; title: string }[];
}) {
  const { value: design } = watching.otherDesign;
  const { value: life } = watching.life;
  const { value: other } = watching.otherLife;
  const others = titles.filter(({ id }) => watching.otherDesigns.value.includes(id));
  if (!life || !design || others.length === 0) return null;
  const title = others.find(({ id }) => id === design)?.title ?? design;
  const told = other && isSamePerson(life, other) ? other : undefined;
  return (
    <section class="under" aria-labelledby="under-title" aria-busy={other === undefined}>
      <h3 id="under-title">The same client under “{title}”</h3>
      {other === undefined && <p>Running that world with an eye on the same client …</p>}
      {other !== undefined && !told && <p>That design refers other people: nobody there is this client.</p>}
      {told && (
        <>
          <p>{underOther(life, told, title)}</p>
          <Scroller label="Both designs and the twin">
            <table>
              <thead>
                <tr>
                  <th scope="col">One person, one luck</th>
                  <th scope="col">{here}</th>
                  <th scope="col">{title}</th>
                  <th scope="col">Twin without service</th>
                </tr>
              </thead>
              <tbody>
                {lifeFigures(life, told).map((row) => (
                  <tr key={row.what}>
                    <th scope="row">{row.what}</th>
                    <td>{row.here}</td>
                    <td>{row.there}</td>
                    <td>{row.twin}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        </>
      )}
      <div class="buttons">
        {others.length > 1 && (
          <DesignChoice
            label="Other design"
            value={design}
            titles={others}
            onChoose={(id) => void watching.tellOther(id)}
          />
        )}
        {told && (
          <button type="button" onClick={() => watching.changeDesign(design)}>
            Change to “{title}” with this client
          </button>
        )}
      </div>
    </section>
  );
}
