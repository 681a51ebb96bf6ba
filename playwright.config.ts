import { defineConfig } from '@playwright/test';

const PORT = 3117;

/** Journeys against the demo, in the installed Chromium. The product is built before; the server is the README's own command. */
export default defineConfig({
  testDir: 'e2e/specs',
  timeout: 60_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: process.env['CI'] ? 1 : 0,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? 'test-results/report.json' }],
  ],
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'npm run demo -- --reset',
    url: `http://localhost:${PORT}/api/health`,
    timeout: 240_000,
    env: { PORT: String(PORT), PROMONTORY_HOME: '.promontory/e2e', PROMONTORY_POLL_SECONDS: '15' },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
