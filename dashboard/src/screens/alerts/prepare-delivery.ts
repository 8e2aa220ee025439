import type { Delivery } from '@speedtax/contract';
import { formatInstantIn } from '../../words/instant-in.ts';

export interface DeliveryView {
  id: string;
  at: string;
  channel: string;
  about: string;
  state: Delivery['state'];
  stateWords: string;
  answer: string;
  /** "3 attempts" and what each brought; empty where the first one did it. */
  attempts: string;
}

const states: Record<Delivery['state'], string> = {
  waiting: 'waiting',
  sending: 'being sent',
  sent: 'sent',
  dead: 'given up',
  dropped: 'not sent',
};

export function prepareDelivery(delivery: Delivery, timeZone: string): DeliveryView {
  const { id, madeAt, dueAt, state, about, channelName, recipient, answer, attempts } = delivery;
  const due = state === 'waiting' ? `, due ${formatInstantIn(timeZone, dueAt)}` : '';
  return {
    id,
    at: formatInstantIn(timeZone, madeAt),
    channel: recipient ? `${channelName}, ${recipient}` : channelName,
    about: about === null ? 'a test' : `${about.subjectName}, ${about.event}`,
    state,
    stateWords: `${states[state]}${due}`,
    answer: answer ?? '',
    attempts:
      attempts.length < 2 ? '' : attempts.map(({ no, at, answer: said }) => `${no}. ${formatInstantIn(timeZone, at)}: ${said}`).join('\n'),
  };
}
