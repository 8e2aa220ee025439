/** What a spreadsheet might take for a formula or for a way into one (OWASP, CSV injection); the wide forms too. */
const formulaStarts = new Set(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']);

/** Text that a spreadsheet shows as text: an apostrophe before what would be read as a formula. */
export function guardFormula(text: string): string {
  return formulaStarts.has(text.charAt(0)) ? `'${text}` : text;
}
