import type { PackFormat, PlanningPack } from '@speedtax/contract';

export const packMediaTypes: Record<PackFormat, string> = {
  json: 'application/json',
  csv: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
};

/** "speedtax-2026-Q3.pdf"; tables as CSV come as one zip. */
export function packFileName({ quarter, range }: PlanningPack, format: PackFormat): string {
  const extension = format === 'csv' ? 'csv.zip' : format;
  return `speedtax-${quarter ?? `${range.from}-to-${range.to}`}.${extension}`;
}
