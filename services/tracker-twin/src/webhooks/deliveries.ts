import { createHmac, randomUUID } from 'node:crypto';

/** Sends what is told of changes, as trackers do: once, without waiting for what comes back. */
export class Deliveries {
  readonly #underWay = new Set<Promise<void>>();
  readonly #sent: Delivered[] = [];

  /** What was sent and how it was answered; 0: not at all. */
  get sent(): readonly Delivered[] {
    return this.#sent;
  }

  send(url: string, headers: Readonly<Record<string, string>>, body: string): void {
    const sending = fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } })
      .then(async (answer) => {
        await answer.body?.cancel();
        this.#sent.push({ url, headers, body, status: answer.status });
      })
      .catch(() => {
        this.#sent.push({ url, headers, body, status: 0 });
      })
      .finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  /** When everything that was sent so far has been answered. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }
}

export interface Delivered {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
}

export const signHex = (secret: string, body: string): string => createHmac('sha256', secret).update(body).digest('hex');
export const newDeliveryId = (): string => randomUUID();
