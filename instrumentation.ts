/** Runs once per server process, before the first request: starts engine and API runtime. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs' || process.env['NEXT_PHASE'] === 'phase-production-build')
    return;
  const { startServer } = await import('./lib/server/lifecycle/start-server');
  await startServer();
}
