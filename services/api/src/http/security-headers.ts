import helmet from 'helmet';

// A plain-http installation on one machine must not teach the browser to insist on https for localhost.
const shared = { strictTransportSecurity: false, crossOriginOpenerPolicy: true, referrerPolicy: { policy: 'no-referrer' } } as const;

/** Answers of the API are data: nothing in them may run, be framed or be read by another origin. */
export const secureApi = helmet({
  ...shared,
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
});

/** Pages load from their own origin only. Next.js puts its data into inline scripts. */
export const secureDashboard = helmet({
  ...shared,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'unsafe-inline'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
});
