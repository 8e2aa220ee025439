const redacted = '[redacted]';

const secretFields = [
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'apiKey',
  'apiToken',
  'personalAccessToken',
  'accessToken',
  'refreshToken',
  'credential',
  'credentials',
  'token',
  'secret',
  'password',
  'linear-signature',
  'x-hub-signature',
];

// The line is JSON, and a message or stack inside it may quote JSON again: hence the optional backslashes.
const byField = new RegExp(
  String.raw`(\\*"(?:${secretFields.join('|')})\\*"\s*:\s*)(?:(\\+")(?:(?!\\+").)*\\+"|"(?:[^"\\]|\\.)*"|\[[^\]]*\])`,
  'gi',
);

const byShape: [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${redacted}`],
  [/\blin_(?:api|oauth|wh)_\w+/g, redacted],
  [/\bATATT[\w=-]{10,}/g, redacted],
  [/\bspeedtax_\w{16,}/g, redacted],
  [/\beyJ[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+(?:\.[\w-]+)?/g, redacted],
  [/(:\/\/[^\s:/@"]*:)[^\s/@"]+@/g, `$1${redacted}@`],
];

/**
 * Takes credentials out of one JSON log line: the values of fields that hold them, at any depth, and whatever looks
 * like a tracker token, a bearer header, a sealed secret or a password in an address, also inside messages and stacks.
 */
export function redactLine(line: string): string {
  const withoutFields = line.replace(byField, (_match, field: string, quote = '"') => `${field}${quote}${redacted}${quote}`);
  return byShape.reduce((text, [shape, replacement]) => text.replace(shape, replacement), withoutFields);
}
