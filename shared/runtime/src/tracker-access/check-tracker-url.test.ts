import { describe, expect, it } from 'vitest';
import { checkTrackerUrl } from './check-tracker-url.ts';

const inner = [
  'https://127.0.0.1',
  'https://127.1',
  'https://127.0.1',
  'https://0x7f000001',
  'https://0x7f.0.0.1',
  'https://017700000001',
  'https://0177.0.0.1',
  'https://2130706433',
  'https://127.0.0.1.',
  'https://①②⑦.⓪.⓪.①',
  'https://0.0.0.0',
  'https://0',
  'https://10.0.0.8',
  'https://172.16.0.1',
  'https://172.31.255.255',
  'https://192.168.1.1',
  'https://169.254.169.254/latest/meta-data',
  'https://100.64.0.1',
  'https://100.100.100.200',
  'https://192.0.0.1',
  'https://192.0.2.1',
  'https://198.18.0.1',
  'https://198.51.100.7',
  'https://203.0.113.9',
  'https://224.0.0.1',
  'https://240.0.0.1',
  'https://255.255.255.255',
  'https://[::]',
  'https://[::1]',
  'https://[0:0:0:0:0:0:0:1]',
  'https://[::ffff:127.0.0.1]',
  'https://[::ffff:7f00:1]',
  'https://[::ffff:10.0.0.8]',
  'https://[::ffff:8.8.8.8]',
  'https://[::127.0.0.1]',
  'https://[64:ff9b::7f00:1]',
  'https://[64:ff9b:1::7f00:1]',
  'https://[2002:7f00:1::]',
  'https://[2001::1]',
  'https://[2001:db8::1]',
  'https://[fe80::1]',
  'https://[fec0::1]',
  'https://[fc00::1]',
  'https://[fd00:ec2::254]',
  'https://[ff02::1]',
  'https://[100::1]',
  'https://[1::1]',
  'https://localhost',
  'https://LOCALHOST:8443',
  'https://localhost.',
  'https://api.localhost',
  'https://jira',
  'https://jira.local',
  'https://jira.internal',
  'https://metadata.google.internal',
  'https://jira.lan',
  'https://jira.home.arpa',
];

describe('the address of a tracker', () => {
  it.each(inner)('is refused where it leads inside: %s', (address) => {
    expect(() => checkTrackerUrl(address, { allowPrivate: false })).toThrow(/must be https, and its host must resolve to public/);
  });

  it.each([
    'http://api.linear.app/graphql',
    'ftp://api.linear.app',
    'file:///etc/passwd',
    'gopher://api.linear.app',
    'https://user:pw@api.linear.app',
    'https://user@api.linear.app',
    'api.linear.app',
    '',
    'https://',
    'javascript:alert(1)',
  ])('is refused where it is not plain https: "%s"', (address) => {
    expect(() => checkTrackerUrl(address, { allowPrivate: false })).toThrow(/must be https/);
  });

  it.each([
    'https://api.linear.app/graphql',
    'https://acme.atlassian.net',
    'https://jira.acme.com:8443/jira',
    'https://8.8.8.8',
    'https://[2606:4700::1111]',
  ])('is taken where it is public: %s', (address) => {
    expect(checkTrackerUrl(address, { allowPrivate: false }).href).toBe(new URL(address).href);
  });

  it.each(['http://127.0.0.1:4000/graphql', 'https://10.0.0.8', 'https://jira.internal', 'http://localhost'])(
    'may be private where the operator allows it: %s',
    (address) => {
      expect(checkTrackerUrl(address, { allowPrivate: true }).href).toBe(new URL(address).href);
    },
  );

  it.each(['file:///etc/passwd', 'https://user:pw@10.0.0.8', 'nonsense'])(
    'is refused even then when it is no plain address: %s',
    (address) => {
      expect(() => checkTrackerUrl(address, { allowPrivate: true })).toThrow(/cannot be used/);
    },
  );

  it('may be an origin that the installation runs itself, and no other beside it', () => {
    const access = { allowPrivate: false, trustedOrigins: ['http://127.0.0.1:4000'] };
    expect(checkTrackerUrl('http://127.0.0.1:4000/graphql', access).port).toBe('4000');
    expect(() => checkTrackerUrl('http://127.0.0.1:4001/graphql', access)).toThrow(/must be https/);
    expect(() => checkTrackerUrl('http://me:pw@127.0.0.1:4000/graphql', access)).toThrow(/cannot be used|must be https/);
  });
});
