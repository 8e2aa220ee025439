import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  transpilePackages: ['@speedtax/contract'],
  turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) },
  // The figures' server in front compresses and caches for both.
  compress: false,
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks'] },
};

export default config;
