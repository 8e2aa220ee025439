import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = globSync(['*.md', 'docs/**/*.md', '.github/**/*.md']);
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);
const folders = '(?:shared|services|dashboard|infra|docs|\\.github|\\.ci)';

describe.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('names only files and folders that exist', () => {
    const paths = [...text.matchAll(new RegExp(`\`(${folders}/[^\`\\s]*|[\\w.-]+\\.(?:md|json|yml|ts))\``, 'g'))].map(
      ([, path = '']) => path,
    );
    const missing = paths.filter((path) => (path.includes('*') ? globSync(path).length === 0 : !existsSync(path) && !isNameOfMany(path)));
    expect(missing).toEqual([]);
  });

  it('links only to what exists', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(dirname(document), target)))).toEqual([]);
  });

  it('names only scripts that can be run', () => {
    const builtin = ['audit', 'ci', 'start', 'test', 'install'];
    const named = [...text.matchAll(/`npm (?:run )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !builtin.includes(name) && !scripts.includes(name))).toEqual([]);
  });
});

/** A bare file name such as `main.ts` stands for every file of that name. */
function isNameOfMany(path: string): boolean {
  return !path.includes('/') && globSync(`{shared,services,dashboard,infra}/**/${path}`, { exclude: ['**/node_modules/**'] }).length > 0;
}
