import type { Table } from '../tables/table.ts';

/** The pack as it is read from front to back, in no format yet. */
export interface PackDocument {
  readonly title: string;
  readonly subtitle: string;
  /** ISO 8601, what the document is dated with; null before the first analysis. */
  readonly datedAt: string | null;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly level: 1 | 2;
  /** Begins a page of its own on paper. */
  readonly onNewPage: boolean;
  /** What it found, in plain words. */
  readonly sentences: readonly string[];
  readonly list?: readonly string[];
  readonly drawing?: Drawing;
  readonly tables: readonly TableView[];
}

/** Some columns of a table, so that they fit on paper. */
export interface TableView extends Table {
  /** Not empty where not all rows are shown: "20 of 312". */
  readonly shown: string | null;
}

/** A drawing as what it tells; how it looks is up to the paper. Every one has its table beside it. */
export type Drawing =
  | { readonly kind: 'ledger'; readonly alt: string; readonly rows: readonly LedgerRow[] }
  | { readonly kind: 'months'; readonly alt: string; readonly bars: readonly MonthBar[] }
  | { readonly kind: 'parts'; readonly alt: string; readonly parts: readonly Part[] };

/** Shares of the longest bar, 0 to 1. */
export interface LedgerRow {
  readonly name: string;
  readonly paid: number;
  readonly imposed: number;
  readonly paidText: string;
  readonly imposedText: string;
}

export interface MonthBar {
  readonly name: string;
  /** Shares of the highest bar; null is a gap. */
  readonly height: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string;
  readonly complete: boolean;
}

/** Shares that add up to 1. */
export interface Part {
  readonly name: string;
  readonly meaning: 'working' | 'waiting' | 'stalled' | 'done' | 'quiet';
  readonly share: number;
  readonly text: string;
}
