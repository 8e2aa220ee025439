/** As much of fetch as a tracker client needs. */
export type TrackerFetch = (url: string | URL, init?: RequestInit) => Promise<Response>;
