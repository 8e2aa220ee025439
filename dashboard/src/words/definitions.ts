/** Told alike on pages and in reports. */
export * from '@speedtax/contract/words/definitions';
