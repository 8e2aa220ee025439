import rowsClasses from './rows.module.css';

/** To the thing itself in the tracker; nothing where its address is not known. */
export function TrackerLink({ url, subject }: { url: string | null; subject: string }) {
  if (!url || !/^https?:\/\//.test(url)) return null;
  return (
    <a className={rowsClasses.out} href={url} target="_blank" rel="noreferrer" aria-label={`${subject} in the tracker`}>
      tracker
    </a>
  );
}
