'use client';

import { useState } from 'react';
import { Choice } from '../../drawings/frame/choice.tsx';
import { Section } from '../../parts/section.tsx';
import { AddJiraCloud } from './add-jira-cloud.tsx';
import { AddJiraServer } from './add-jira-server.tsx';
import { AddLinear } from './add-linear.tsx';

const trackers = [
  { name: 'linear', text: 'Linear' },
  { name: 'jira-cloud', text: 'Jira Cloud' },
  { name: 'jira-server', text: 'Jira Data Center' },
] as const;
const forms = { linear: AddLinear, 'jira-cloud': AddJiraCloud, 'jira-server': AddJiraServer };

/** A tracker to connect: which one, and what it asks for. */
export function AddTracker() {
  const [tracker, setTracker] = useState<keyof typeof forms>('linear');
  const Form = forms[tracker];
  return (
    <Section title={<>Connect</>} note={<Choice label="Tracker" options={trackers} chosen={tracker} onChoose={setTracker} />}>
      <Form key={tracker} />
    </Section>
  );
}
