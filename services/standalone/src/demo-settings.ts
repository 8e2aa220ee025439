import { z } from 'zod';
import type { DataFolder } from './data-folder.ts';

const fileName = 'demo.json';

/** What the demo company is generated from. Kept, so that a second start finds the same company. */
const demoSettings = z.object({
  /** Of the generator: another one makes another company of the same seed. */
  edition: z.int(),
  seed: z.int(),
  issues: z.int().min(1),
  /** The day its history ends. */
  today: z.iso.datetime(),
  /** Where its tracker listened last. */
  port: z.int().optional(),
  /** The connection it was given when it was new. */
  connectionId: z.uuid().optional(),
});
export type DemoSettings = z.infer<typeof demoSettings>;

/** The settings of the company that is there; fresh ones where there is none, or only one of another edition. */
export function readDemoSettings(folder: DataFolder, fresh: DemoSettings): DemoSettings {
  const kept = demoSettings.safeParse(folder.readJson(fileName));
  if (kept.success && kept.data.edition === fresh.edition) return kept.data;
  writeDemoSettings(folder, fresh);
  return fresh;
}

export function writeDemoSettings(folder: DataFolder, settings: DemoSettings): void {
  folder.writeJson(fileName, settings);
}
