import type { Edition } from './edition.ts';

const STATUS_NAMES: Readonly<Record<string, string>> = {
  Todo: 'Zu erledigen',
  Selected: 'Ausgewählt',
  Ready: 'Bereit',
  'In Progress': 'In Arbeit',
  'In Review': 'Wird überprüft',
  Testing: 'Im Test',
  Done: 'Fertig',
  Released: 'Ausgeliefert',
  Declined: 'Abgelehnt',
  Canceled: 'Abgebrochen',
  Duplicate: 'Duplikat',
  Planned: 'Geplant',
};

/** A site set up in German: names, phrases and the sentences of its link histories. */
export const germanEdition: Edition = {
  linkTypes: {
    blocks: { id: '10100', name: 'Blockiert', inward: 'wird blockiert durch', outward: 'blockiert', saidOfFirst: 'outward' },
    related: { id: '10101', name: 'Bezieht sich auf', inward: 'bezieht sich auf', outward: 'bezieht sich auf', saidOfFirst: 'outward' },
    duplicate: { id: '10102', name: 'Duplikat', inward: 'wird dupliziert von', outward: 'dupliziert', saidOfFirst: 'outward' },
  },
  linkSentence: (phrase, key) => `Dieser Vorgang ${phrase} ${key}`,
  statusName: (name) => STATUS_NAMES[name] ?? name,
  issueTypeNames: { subtask: 'Unteraufgabe', task: 'Aufgabe', bug: 'Fehler', epic: 'Epos', initiative: 'Initiative' },
  priorityNames: ['Höchste', 'Hoch', 'Mittel', 'Niedrig'],
};
