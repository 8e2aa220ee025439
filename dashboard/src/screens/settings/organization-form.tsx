'use client';

import type { Organization, Weekday } from '@speedtax/contract';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { sendApi } from '../../api/send-api.ts';
import { AskForm } from '../../parts/ask-form.tsx';
import formClasses from '../../parts/form.module.css';
import { TextField } from '../../parts/text-field.tsx';
import classes from './settings.module.css';

const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

interface Props {
  organization: Organization;
  zones: readonly string[];
  canChange: boolean;
}

export function OrganizationForm({ organization, zones, canChange }: Props) {
  const router = useRouter();
  const { name, timeZone, durations, workingHours } = organization;
  const [chosenDays, setChosenDays] = useState<readonly Weekday[]>(workingHours.weekdays);
  const [counted, setCounted] = useState(durations);

  async function save(read: (field: string) => string) {
    const hours = { weekdays: weekdays.filter((day) => chosenDays.includes(day)), from: read('from'), to: read('to') };
    const sent = await sendApi('PATCH', '/api/v1/organization', {
      name: read('name'),
      timeZone: read('timeZone'),
      durations: counted,
      ...(counted === 'working' && { workingHours: hours }),
    });
    if (!sent.ok) return sent;
    router.refresh();
    return null;
  }

  return (
    <fieldset className={classes.fields} disabled={!canChange}>
      <AskForm
        action="Save"
        doing="Saving…"
        onSend={save}
        done={canChange ? undefined : <p className={formClasses.note}>Administrators change this.</p>}
      >
        {(errors) => (
          <>
            <TextField name="name" label="Name" defaultValue={name} error={errors.name} />
            <label className={formClasses.field}>
              <span>Time zone</span>
              <input name="timeZone" list="zones" defaultValue={timeZone} required aria-invalid={errors.timeZone ? true : undefined} />
              <datalist id="zones">
                {zones.map((zone) => (
                  <option key={zone} value={zone} />
                ))}
              </datalist>
              {errors.timeZone && <span className={formClasses.refusal}>{errors.timeZone}</span>}
            </label>
            <label className={formClasses.field}>
              <span>Durations count</span>
              <select value={counted} onChange={(event) => setCounted(event.currentTarget.value === 'working' ? 'working' : 'calendar')}>
                <option value="calendar">all time, nights and weekends too</option>
                <option value="working">working time only</option>
              </select>
            </label>
            {counted === 'working' && (
              <>
                <fieldset className={classes.days}>
                  <legend>Working days</legend>
                  {weekdays.map((day) => (
                    <label key={day}>
                      <input
                        type="checkbox"
                        checked={chosenDays.includes(day)}
                        onChange={() =>
                          setChosenDays(chosenDays.includes(day) ? chosenDays.filter((one) => one !== day) : [...chosenDays, day])
                        }
                      />{' '}
                      {day}
                    </label>
                  ))}
                </fieldset>
                <div className={classes.pair}>
                  <TextField name="from" label="From" defaultValue={workingHours.from} error={errors['workingHours.from']} />
                  <TextField name="to" label="To" defaultValue={workingHours.to} error={errors['workingHours.to']} />
                </div>
                {errors['workingHours.weekdays'] && <p className={formClasses.refusal}>{errors['workingHours.weekdays']}</p>}
              </>
            )}
          </>
        )}
      </AskForm>
    </fieldset>
  );
}
