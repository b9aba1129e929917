import { preferenceRule, SIZE_NOTE, WHOSE_NOTE } from '../../../words/lenses.ts';
import type { DesignView } from '../../engine/protocol.ts';
import type { Workshop } from '../state/workshop.ts';
import { Scroller } from '../ui/Scroller.tsx';

/** Which design each stakeholder would prefer, in place of one best design. Nothing where there is one design. */
export function Views({ workshop }: { workshop: Workshop }) {
  const answer = workshop.answer.value;
  if (!answer || answer.views.length === 0) return null;
  return (
    <section class="views" aria-labelledby="views-title">
      <h2 id="views-title">Who would prefer what</h2>
      <p class="disagreement">{answer.disagreement}</p>
      <Scroller label="The designs from several views">
        <table>
          <caption>
            Each view looks at a few measures of its own, and nothing is added up. {preferenceRule('It')}.
          </caption>
          <thead>
            <tr>
              <th scope="col">View</th>
              <th scope="col">Prefers</th>
              <th scope="col">By what it looks at, best first</th>
            </tr>
          </thead>
          <tbody>
            {answer.views.map((view) => (
              <ViewRow key={view.id} view={view} />
            ))}
          </tbody>
        </table>
      </Scroller>
      <p class="interval-note">
        In brackets 95% intervals of the paired difference: luck inside the model, not doubt about the model.{' '}
        {SIZE_NOTE} {WHOSE_NOTE}
      </p>
    </section>
  );
}

function ViewRow({ view: { whose, asks, prefers, orders } }: { view: DesignView }) {
  return (
    <tr>
      <th scope="row">
        {whose}
        <div class="against">{asks}</div>
      </th>
      <td>{prefers}</td>
      <td>
        <ul>
          {orders.map((order) => (
            <li key={order}>
              <OrderWords order={order} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** The measure stands out from the figures that follow its colon. */
function OrderWords({ order }: { order: string }) {
  const end = order.indexOf(': ');
  if (end < 0) return <>{order}</>;
  return (
    <>
      <strong>{order.slice(0, end)}</strong>
      {order.slice(end)}
    </>
  );
}
