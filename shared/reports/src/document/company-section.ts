import type { PlanningPack } from '@speedtax/contract';
import { formatIssueDays, formatShare, formatShareRange } from '@speedtax/contract/words';
import { companyTable, monthsTable } from '../tables/company-tables.ts';
import type { MonthBar, Section } from './document.ts';
import { viewTable } from './view-table.ts';

/** The company's speed tax against that of the range before. */
export function companySection(pack: PlanningPack): Section {
  return {
    title: 'The speed tax',
    level: 1,
    onNewPage: true,
    sentences: [sayTax(pack), sayChange(pack), ...(pack.complete ? [] : ['The range is not over: figures count up to the data cut-off.'])],
    drawing: { kind: 'months', alt: 'Speed tax by month with its range; the table below has the figures', bars: barsOf(pack) },
    tables: [
      viewTable(companyTable(pack), ['Range', 'Waiting', 'Held', 'Dragging', 'In play', 'Speed tax', 'Low', 'High', 'Autonomy'], 2),
      viewTable(monthsTable(pack), ['From', 'To', 'Waiting', 'In play', 'Speed tax', 'Low', 'High', 'Whole'], 36),
    ],
  };
}

export function sayTax({ organization, company: { now }, teams }: PlanningPack): string {
  if (now.inPlayMs === 0) return `Nothing was in play at ${organization}, so there is no speed tax to tell.`;
  if (now.waitingMs === 0) return `No team at ${organization} waited on another.`;
  const heaviest = teams.reduce((most, team) => (team.imposedMs > most.imposedMs ? team : most));
  const onWhom = heaviest.imposedMs > 0 ? `, ${formatShare(heaviest.imposedMs / now.waitingMs)} of it on ${heaviest.name}` : '';
  const range = formatShareRange(now.speedTaxLow, now.speedTaxHigh);
  return `${organization} lost ${formatIssueDays(now.waitingMs)} to waiting${onWhom}: a speed tax of ${formatShare(now.speedTax)} (${range}).`;
}

function sayChange({ company: { now, before, changeMs }, before: { from, to } }: PlanningPack): string {
  if (before.inPlayMs === 0) return `Nothing is known to have been in play from ${from} to ${to}.`;
  const than = `than from ${from} to ${to}, when the tax was ${formatShare(before.speedTax)}`;
  if (changeMs === 0) return `That is as much as from ${from} to ${to}.`;
  const howMuch = before.waitingMs === 0 ? formatIssueDays(now.waitingMs) : formatShare(Math.abs(changeMs) / before.waitingMs);
  return `That is ${howMuch} ${changeMs < 0 ? 'less' : 'more'} ${than}.`;
}

function barsOf({ company: { months } }: PlanningPack): MonthBar[] {
  const highest = Math.max(0, ...months.map(({ speedTax, speedTaxHigh }) => Math.max(speedTax ?? 0, speedTaxHigh ?? 0)));
  const scaled = (share: number | null) => (share === null || highest === 0 ? null : share / highest);
  return months.map(({ from, speedTax, speedTaxLow, speedTaxHigh, complete }) => ({
    name: from.slice(0, 7),
    height: scaled(speedTax),
    low: scaled(speedTaxLow),
    high: scaled(speedTaxHigh),
    text: formatShare(speedTax),
    complete,
  }));
}
