import { StatusBadge } from '@/components/ui/status/status-badge';
import type { HealthStatus } from '@/lib/domain/health/health-status';
import { healthFaces } from './health-faces';

/** Health: a disc, outlined while calm, filled when broken. */
export function HealthStatusBadge({ status }: { readonly status: HealthStatus }) {
  const face = healthFaces[status];
  return (
    <StatusBadge glyph={face.glyph} tone={face.tone}>
      {status}
    </StatusBadge>
  );
}
