import { endpoints } from '@speedtax/contract';
import { getReader } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Empty } from '../../parts/empty.tsx';
import rows from '../../parts/rows.module.css';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { formatInstantIn } from '../../words/instant-in.ts';
import { OnlyAdministrators } from './only-administrators.tsx';
import { RetryJob } from './retry-job.tsx';
import classes from './settings.module.css';

/** How much work is waiting, and what failed for good until somebody tries it again. */
export async function QueuePage() {
  const reader = await getReader();
  if (!reader.scopes.includes('admin')) return <OnlyAdministrators what="Queues" />;
  const { queues, failed } = await fetchApi(endpoints.listQueues);
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting + queue.active, 0);
  return (
    <>
      <Sentence
        parts={[
          waiting === 0 ? 'Nothing is waiting' : `${waiting} ${waiting === 1 ? 'job is' : 'jobs are'} waiting or under way`,
          failed.length === 0 ? ', and nothing failed.' : `; ${failed.length} failed.`,
        ]}
      />
      <div className={rows.scroll}>
        <table className={rows.rows}>
          <thead>
            <tr>
              <th>Queue</th>
              <th>Waiting</th>
              <th>Under way</th>
              <th>Later</th>
              <th>Failed</th>
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <tr key={queue.name}>
                <td>{queue.name}</td>
                <td>{queue.waiting}</td>
                <td>{queue.active}</td>
                <td>{queue.delayed}</td>
                <td>{queue.failed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Section title={<>Failed</>} note={<>each was tried a dozen times</>}>
        {failed.length === 0 && <Empty words="No job of this organization has failed." />}
        {failed.map((job) => (
          <p key={`${job.queue} ${job.id}`} className={classes.wrap}>
            {job.name}: {job.reason} {job.failedAt && <span>({formatInstantIn(reader.organization.timeZone, job.failedAt)}) </span>}
            <RetryJob queue={job.queue} id={job.id} />
          </p>
        ))}
      </Section>
    </>
  );
}
