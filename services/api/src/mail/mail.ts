export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** How a letter reaches somebody. */
export interface Mail {
  /** `printed`: where Speedtax runs; `none`: nowhere, and who needs a link must be told it by somebody who may see it. */
  readonly delivery: 'sent' | 'printed' | 'none';
  send(letter: Letter): Promise<void>;
}
