/** An issue as an address names it: where its tracker lives, without scheme, in small letters; and its key, in capital ones. */
export interface IssueAddress {
  readonly site: string;
  readonly key: string;
}

/** null: the address names no issue of a tracker. */
export function readIssueAddress(address: string): IssueAddress | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const found = ofJira(url) ?? ofBoard(url) ?? ofLinear(url);
  if (found === null) return null;
  const [place, key] = found;
  return { site: `${url.host}${place}`.toLowerCase(), key: key.toUpperCase() };
}

type Found = readonly [place: string, key: string] | null;
const issueKey = String.raw`[A-Za-z][A-Za-z0-9_]*-\d{1,9}`;
const issueOfJira = new RegExp(`^(.*)/browse/(${issueKey})/?$`);
const issueOfLinear = new RegExp(`^(/[^/]+)/issue/(${issueKey})(?:/.*)?$`);
const keyAlone = new RegExp(`^${issueKey}$`);

/** `/browse/PAY-1`, below a context path where the server has one. */
function ofJira({ pathname }: URL): Found {
  const [, place, key] = issueOfJira.exec(pathname) ?? [];
  return key === undefined ? null : [place ?? '', key];
}

/** A board or a list that has an issue open: `/jira/…?selectedIssue=PAY-1`, on servers `/secure/RapidBoard.jspa?selectedIssue=…`. */
function ofBoard({ pathname, searchParams }: URL): Found {
  const key = searchParams.get('selectedIssue') ?? '';
  const [, place] = /^(.*?)\/(?:jira|secure|projects|issues)\//.exec(pathname) ?? [];
  return place !== undefined && keyAlone.test(key) ? [place, key] : null;
}

/** `/workspace/issue/ENG-1/what-it-is-called`. */
function ofLinear({ pathname }: URL): Found {
  const [, place, key] = issueOfLinear.exec(pathname) ?? [];
  return key === undefined ? null : [place ?? '', key];
}
