import { describe, expect, it } from 'vitest';
import { application, FakeEngine } from '../__fixtures__/fake-engine';
import { createServerMetrics } from './server-metrics';

describe('metrics', () => {
  it('tell of applications, clusters and ended operations under Argo CD’s names', async () => {
    const engine = new FakeEngine();
    const metrics = createServerMetrics(engine);
    const { metadata } = engine.put(application('shop'));
    const ref = { namespace: metadata.namespace, name: metadata.name };
    const progress = {
      type: 'finished' as const,
      at: '2026-11-24T12:00:00Z',
      phase: 'Succeeded' as const,
      message: '',
    };
    engine.emit({ type: 'operation', ref, operationId: 'op-1', progress });
    metrics.observeRequest('GET', 200, 12);
    const { body } = await metrics.render();
    expect(body).toMatch(
      /^argocd_app_info\{namespace="argocd",name="shop",project="default",repo="https:\/\/git\.example\/shop\.git",dest_server="https:\/\/kubernetes\.default\.svc",dest_namespace="web",sync_status="Synced",health_status="Healthy",operation="",autosync_enabled="false"\} 1$/m,
    );
    expect(body).toMatch(/^argocd_app_sync_total\{.*phase="Succeeded"\} 1$/m);
    expect(body).toMatch(/^argocd_cluster_connection_status\{.*\} 1$/m);
    expect(body).toContain('promontory_http_request_duration_seconds_count{method="GET",status="200"} 1');
    engine.facts.clear();
    expect((await metrics.render()).body).not.toMatch(/^argocd_app_info\{/m);
  });
});
