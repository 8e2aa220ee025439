const refusal =
  'This tracker address cannot be used: it must be https, and its host must resolve to public addresses only. ' +
  'To reach a tracker inside your own network, start Speedtax with SPEEDTAX_ALLOW_PRIVATE_TRACKERS=1.';

const texts = {
  address: refusal,
  redirect: 'The tracker answered with a redirect, which is not followed: use the address it redirects to.',
  'too-large': 'The tracker sent a larger answer than is accepted.',
  'too-slow': 'The tracker did not answer completely in time.',
} as const;

/** A request to a tracker that was not made or not finished, by our own rules. One text per kind: it tells nothing about the inner network. */
export class TrackerAccessError extends Error {
  override readonly name = 'TrackerAccessError';
  readonly kind: keyof typeof texts;

  constructor(kind: keyof typeof texts) {
    super(texts[kind]);
    this.kind = kind;
  }
}
