import { describe, expect, it } from 'vitest';
import { readEnv, requireSettings } from './read-env.ts';

describe('reading the environment', () => {
  it('has a default for everything that can have one', () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: '.speedtax',
      demo: true,
      demoIssues: 3000,
      allowPrivateTrackers: false,
      logLevel: 'info',
    });
    expect(readEnv({}).databaseUrl).toBeUndefined();
  });

  it('treats an empty value as unset, as env files write it', () => {
    expect(readEnv({ PORT: '', REDIS_URL: '' })).toEqual(readEnv({}));
  });

  it('reads numbers and switches', () => {
    const environment = readEnv({ PORT: '0', SPEEDTAX_DEMO: '0', SPEEDTAX_ALLOW_PRIVATE_TRACKERS: '1', SPEEDTAX_DEMO_ISSUES: '100000' });
    expect(environment).toMatchObject({ port: 0, demo: false, allowPrivateTrackers: true, demoIssues: 100_000 });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000 '],
    ['DATABASE_URL', 'mysql://host/db'],
    ['REDIS_URL', 'localhost:6379'],
    ['SPEEDTAX_DEMO', 'false'],
    ['SPEEDTAX_DEMO_ISSUES', '299'],
    ['SPEEDTAX_SECRET', 'too short'],
    ['SPEEDTAX_SECRET', `${'a'.repeat(32)},short`],
    ['DASHBOARD_URL', 'dashboard'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s, naming the variable and what to set', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} is not usable: expected .{20,}`));
  });

  it('names every wrong variable at once and repeats no value', () => {
    const read = () => readEnv({ PORT: 'x', SPEEDTAX_SECRET: 'hunter2' });
    expect(read).toThrow(/^PORT .*\nSPEEDTAX_SECRET /);
    expect(read).not.toThrow(/hunter2/);
  });
});

describe('settings a service cannot run without', () => {
  it('are passed on when they are there', () => {
    const environment = readEnv({ DATABASE_URL: 'postgres://localhost/speedtax' });
    expect(requireSettings(environment, 'databaseUrl').databaseUrl).toBe('postgres://localhost/speedtax');
  });

  it('are named together when they are missing', () => {
    expect(() => requireSettings(readEnv({}), 'databaseUrl', 'secret', 'port')).toThrow(
      /^DATABASE_URL is not set.*\nSPEEDTAX_SECRET is not set[^\n]*$/,
    );
  });
});
