/** A text as Postgres can hold it: without NUL, and with half surrogate pairs replaced. */
export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}

// JSON.stringify writes NUL and half surrogate pairs as escapes, which jsonb refuses. The text of a payload may also
// hold a harmless escaped backslash before 'u0000': only then does the slower way run for nothing.
const suspicious = /\\u(0000|d[89a-f])/i;

/** JSON text as jsonb can hold it. */
export function cleanJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return suspicious.test(text) ? (JSON.stringify(cleanDeep(value)) ?? 'null') : text;
}

function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanDeep);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [cleanText(name), cleanDeep(inner)]));
}
