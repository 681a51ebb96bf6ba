import { defineConfig } from 'prisma/config';

/** For `prisma generate` and, on a server, `prisma migrate deploy` with DATABASE_URL. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  ...(process.env['DATABASE_URL'] ? { datasource: { url: process.env['DATABASE_URL'] } } : {}),
});
