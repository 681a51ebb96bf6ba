import { engineStatusSchema } from '@/lib/contracts/platform/engine-status';
import { defineRoute } from '@/lib/server/http/define-route';

/** 200 only when clusters and applications are loaded and the ledger answers: a readiness probe. */
export const GET = defineRoute({
  summary: 'Whether the engine has loaded and the ledger answers',
  permission: 'public',
  response: engineStatusSchema,
  handler: async ({ runtime }) => {
    const { loaded, message } = runtime.engine.status();
    const ledger = await runtime.ledger.ping().then(
      () => '',
      () => 'The ledger does not answer.',
    );
    const isReady = loaded && ledger === '';
    const body = { status: isReady ? 'ok' : 'loading', message: ledger || message };
    return Response.json(body, { status: isReady ? 200 : 503, headers: { 'cache-control': 'no-store' } });
  },
});
