import { StatusBadge } from '@/components/ui/status/status-badge';
import { syncFaces, type SyncFace } from './sync-faces';

/** Sync status: two bars, Git above and cluster below. The words are API values, the same in every language. */
export function SyncStatusBadge({ status }: { readonly status: SyncFace }) {
  const face = syncFaces[status];
  return (
    <StatusBadge glyph={face.glyph} tone={face.tone}>
      {status}
    </StatusBadge>
  );
}
