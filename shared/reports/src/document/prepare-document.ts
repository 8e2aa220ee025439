import type { PlanningPack } from '@speedtax/contract';
import { aboutSections, deadlockSection } from './about-sections.ts';
import { companySection } from './company-section.ts';
import type { PackDocument } from './document.ts';
import { initiativeSections } from './initiative-sections.ts';
import { decouplingsSection, treatmentsSection } from './removal-sections.ts';
import { teamSections } from './team-sections.ts';

/** The pack in the order in which a planning meeting reads it. */
export function prepareDocument(pack: PlanningPack): PackDocument {
  return {
    title: pack.title,
    subtitle: `${pack.organization}, ${pack.range.from} to ${pack.range.to} (exclusive)`,
    datedAt: pack.dataCutOff,
    sections: [
      companySection(pack),
      decouplingsSection(pack),
      treatmentsSection(pack),
      ...deadlockSection(pack),
      ...initiativeSections(pack),
      ...teamSections(pack),
      ...aboutSections(pack),
    ],
  };
}
