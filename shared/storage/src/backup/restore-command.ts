import { parseArgs } from 'node:util';
import { restoreDatabase } from './restore-database.ts';

const { values } = parseArgs({ options: { 'database-url': { type: 'string' }, file: { type: 'string' } } });
const { 'database-url': url, file } = values;

if (!url || !file) {
  console.error('usage: restore-command.ts --database-url postgres://user:password@host:port/name --file speedtax.backup.gz');
  process.exitCode = 2;
} else {
  try {
    const counts = await restoreDatabase(url, file);
    const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
    console.log(`${rows} rows of ${counts.size} tables came back from ${file}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
