import { GlyphCount } from '@/components/ui/status/glyph-count';
import type { HealthStatus } from '@/lib/domain/health/health-status';
import { healthFaces, healthOrder } from './health-faces';
import { syncFaceOrder, syncFaces, type SyncFace } from './sync-faces';

/** Roll-up of sync states: glyph and count, problems first, states that nobody has left out. */
export function SyncCounts({ counts }: { readonly counts: Partial<Record<SyncFace, number>> }) {
  return (
    <span className="flex gap-2.5">
      {syncFaceOrder.map((status) => {
        const count = counts[status] ?? 0;
        return count > 0 && <GlyphCount key={status} {...syncFaces[status]} count={count} label={status} />;
      })}
    </span>
  );
}

export function HealthCounts({ counts }: { readonly counts: Partial<Record<HealthStatus, number>> }) {
  return (
    <span className="flex gap-2.5">
      {healthOrder.map((status) => {
        const count = counts[status] ?? 0;
        return count > 0 && <GlyphCount key={status} {...healthFaces[status]} count={count} label={status} />;
      })}
    </span>
  );
}
