import { splitApiVersion } from '../../../resource/resource-key';
import { health } from '../../rules/answer';
import type { HealthCheck } from '../../rules/health-check';

/** Core kinds are judged in the named versions only; another version is Unknown, as Argo CD words it. */
export function onlyVersions(name: string, versions: readonly string[], decide: HealthCheck): HealthCheck {
  return (object) => {
    if (versions.includes(object.apiVersion)) return decide(object);
    const { group, version } = splitApiVersion(object.apiVersion);
    return health('Unknown', `unsupported ${name} GVK: ${group}/${version}, Kind=${object.kind}`);
  };
}
