import type { JsonObject } from '@/lib/domain/resource/json';
import type { KindDefinition } from '../registry/kind-definition';

const USER = { username: 'system:admin', groups: ['system:masters', 'system:authenticated'] };

/** Reviews are answered and not kept. In the sandbox everybody may do everything. */
export function answerReview(kind: KindDefinition, review: JsonObject): JsonObject {
  return { ...review, metadata: { creationTimestamp: null }, status: statusOf(kind.kind) };
}

function statusOf(kind: string): JsonObject {
  switch (kind) {
    case 'SelfSubjectRulesReview':
      return {
        resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }],
        nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
        incomplete: false,
      };
    case 'TokenReview':
      return { authenticated: true, user: USER };
    case 'SelfSubjectReview':
      return { userInfo: USER };
    default:
      return { allowed: true, reason: 'the sandbox allows everything' };
  }
}
