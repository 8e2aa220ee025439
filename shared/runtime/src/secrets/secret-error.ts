/** A sealed secret cannot be opened. `damaged` also covers a wrong SPEEDTAX_SECRET that happens to have the same key id. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  readonly reason: 'unknown-key' | 'wrong-place' | 'damaged';

  constructor(reason: SecretError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
