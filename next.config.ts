import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/server/i18n/request.ts');

const nextConfig: NextConfig = {
  typedRoutes: true,
  reactStrictMode: true,
  poweredByHeader: false,
  // Loaded by Node as they are: they carry WASM, native parts or their own file look-ups.
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@kubernetes/client-node',
    '@prisma/adapter-pg',
    '@prisma/client',
    'fengari',
    'jq-web',
    'pg',
    'pglite-prisma-adapter',
    'pino',
    'prom-client',
  ],
  experimental: { optimizePackageImports: ['radix-ui', 'lucide-react'] },
};

export default withNextIntl(nextConfig);
