/** Every entry of a zip has a date; always this one, so that the same pack has the same bytes. Zips begin with 1980. */
export const oldestZipDate = new Date(1980, 0, 1);
