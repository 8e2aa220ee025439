import { type DestinationStream, type Logger, pino } from 'pino';
import { redactLine } from './redact-line.ts';

export type { Logger };

/** JSON lines on standard output, or on `destination`. Credentials never reach a line: see `redactLine`. */
export function makeLogger(options: { service: string; level: string; destination?: DestinationStream | undefined }): Logger {
  return pino(
    {
      level: options.level,
      base: { service: options.service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: redactLine },
    },
    options.destination ?? pino.destination({ dest: 1, sync: true }),
  );
}
