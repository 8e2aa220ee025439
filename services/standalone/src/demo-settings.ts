import { z } from 'zod';
import type { DataFolder } from './data-folder.ts';

const fileName = 'demo.json';

/** What the demo company is generated from. Kept, so that a second start finds the same company. */
const demoSettings = z.object({
  seed: z.int(),
  issues: z.int().min(1),
  /** The day its history ends. */
  today: z.iso.datetime(),
  /** Where its tracker listened last. */
  port: z.int().optional(),
});
export type DemoSettings = z.infer<typeof demoSettings>;

export function readDemoSettings(folder: DataFolder, fresh: DemoSettings): DemoSettings {
  const kept = demoSettings.safeParse(folder.readJson(fileName));
  if (kept.success) return kept.data;
  folder.writeJson(fileName, fresh);
  return fresh;
}
