/** The accessible twin of a drawing: the same figures as a table, and what CSV is made from. */
export interface DrawingTable {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly TableCell[])[];
}

export interface TableColumn {
  name: string;
  /** How the exact column of the export is called where it differs: "waitingMs" under "Waiting". */
  exactName?: string;
  numeric?: boolean;
}

export interface TableCell {
  text: string;
  /** The unrounded value, shown on hover and written to CSV; null where there is no figure. */
  exact?: number | string | null;
  exactText?: string;
  href?: string;
}
