import { parseArgs } from 'node:util';
import { migrate } from './migrate.ts';

const { values } = parseArgs({ options: { 'database-url': { type: 'string' } } });
const url = values['database-url'];

if (!url) {
  console.error('usage: migrate-command.ts --database-url postgres://user:password@host:port/name');
  process.exitCode = 2;
} else {
  try {
    const ran = await migrate(url);
    console.log(ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
