import { health, otherwise } from '../../rules/answer';
import { conditions, on, readiness } from '../../rules/conditions';
import { check, sameFor, type CheckTable } from '../../rules/health-check';
import { conditionsOf } from '../../rules/read-field';

const EXTERNAL_SECRETS = ['ClusterSecretStore', 'ExternalSecret', 'PushSecret', 'SecretStore'];

/** cert-manager, External Secrets, Sealed Secrets, 1Password. */
export const SECRETS_AND_CERTIFICATES: CheckTable = {
  'cert-manager.io/Certificate': check(
    conditions(on('Issuing=True', 'Progressing')),
    readiness('Waiting for certificate'),
  ),
  'certmanager.k8s.io/Certificate': readiness('Waiting for certificate'),
  'cert-manager.io/ClusterIssuer': readiness('Initializing ClusterIssuer'),
  ...sameFor(['cert-manager.io/Issuer', 'certmanager.k8s.io/Issuer'], readiness('Initializing issuer')),
  ...Object.fromEntries(
    EXTERNAL_SECRETS.map((kind) => [`external-secrets.io/${kind}`, readiness(`Waiting for ${kind}`)]),
  ),
  'external-secrets.io/ClusterExternalSecret': check(
    (object) => {
      const last = conditionsOf(object).at(-1);
      if (last?.status !== 'True') return undefined;
      if (last.type === 'Ready') return health('Healthy', last.message);
      const isShort = last.type === 'PartiallyReady' || last.type === 'NotReady';
      return isShort ? health('Degraded', last.message) : undefined;
    },
    otherwise('Progressing', 'Waiting for ClusterExternalSecret'),
  ),
  'bitnami.com/SealedSecret': readiness('Waiting for Sealed Secret to be decrypted', 'Synced'),
  'onepassword.com/OnePasswordItem': readiness('Waiting for controller to report status'),
};
