import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const exclude = ['**/node_modules/**', '**/.next/**', 'e2e/**'];

/** `unit` needs nothing but Node; `cluster` runs the port contract suites on a real kube-apiserver. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{lib,app,components,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.cluster.test.ts'],
          setupFiles: ['scripts/vitest-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'cluster',
          include: ['lib/**/*.cluster.test.ts'],
          exclude,
          setupFiles: ['scripts/vitest-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
