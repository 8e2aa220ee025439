import type { ServerResponse } from 'node:http';

/** An answer carries the twin's own time, not that of the machine it runs on: whoever compares clocks compares with this one. */
export function tellTime(response: ServerResponse, now: number): void {
  response.sendDate = false;
  response.setHeader('Date', new Date(now).toUTCString());
}
