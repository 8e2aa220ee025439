import fc from 'fast-check';

/** Before each mutation run: the same random companies for every mutant, so that each is judged alike. */
fc.configureGlobal({ seed: 20_261_121, numRuns: 25 });
