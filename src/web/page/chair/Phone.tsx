import { useEffect, useRef } from 'preact/hooks';
import type { SeenClient } from '../../../tables/chair.ts';
import { formatNumber } from '../../../words/index.ts';

/** The phone: a client in a crisis calls, and is answered with an appointment or left to ring. */
export function Phone({
  client,
  group,
  call,
  of,
  left,
  onAnswer,
  onRing,
}: {
  client: SeenClient;
  group: string;
  call: number;
  of: number;
  left: number;
  onAnswer: () => void;
  onRing: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);
  const seen =
    client.weeksSinceContact === null
      ? 'You have never met.'
      : `You last met ${client.weeksSinceContact === 1 ? 'last week' : `${client.weeksSinceContact} weeks ago`}.`;
  return (
    <dialog
      ref={dialog}
      class="phone"
      aria-labelledby="phone-title"
      aria-describedby="phone-caller"
      onCancel={(event) => {
        event.preventDefault();
        onRing();
      }}
    >
      <h2 id="phone-title">The phone rings{of > 1 ? `: call ${call} of ${of}` : ''}</h2>
      <p id="phone-caller">
        It is {client.id} ({group}), in a crisis. {seen} {formatNumber(left, 1)} hours are left this week.
      </p>
      <div class="buttons">
        <button type="button" class="main" onClick={onAnswer}>
          Answer: an appointment of {formatNumber(client.shortest)} hours
        </button>
        <button type="button" onClick={onRing}>
          Let it ring
        </button>
      </div>
    </dialog>
  );
}
