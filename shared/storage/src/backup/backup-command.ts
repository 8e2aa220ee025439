import { parseArgs } from 'node:util';
import { backupDatabase } from './backup-database.ts';

const { values } = parseArgs({ options: { 'database-url': { type: 'string' }, file: { type: 'string' } } });
const { 'database-url': url, file } = values;

if (!url || !file) {
  console.error('usage: backup-command.ts --database-url postgres://user:password@host:port/name --file speedtax.backup.gz');
  process.exitCode = 2;
} else {
  try {
    const counts = await backupDatabase(url, file, new Date());
    const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
    console.log(`${rows} rows of ${counts.size} tables are in ${file}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
