import { StatusBadge } from '@/components/ui/status/status-badge';
import type { OperationPhase } from '@/lib/domain/application/application-status';
import { operationFaces } from './operation-faces';

export function OperationPhaseBadge({ phase }: { readonly phase: OperationPhase }) {
  const face = operationFaces[phase];
  return (
    <StatusBadge glyph={face.glyph} tone={face.tone}>
      {phase}
    </StatusBadge>
  );
}
