import { REGISTRY } from '../tidewater/services';
import { deployment, service } from './workload';

const image = (name: string, tag: string) => `${REGISTRY}/${name}:${tag}`;

/** Folders of the platform's repository that come up well: one kind of workload each. */
export const HEALTHY_FOLDERS: Record<string, string> = {
  'observability/collector.yaml': `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: log-collector
spec:
  selector:
    matchLabels: { app.kubernetes.io/name: log-collector }
  template:
    metadata:
      labels: { app.kubernetes.io/name: log-collector }
    spec:
      containers:
        - name: log-collector
          image: ${image('log-collector', '2.1.0')}
          envFrom:
            - configMapRef: { name: log-collector }
`,
  'observability/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: log-collector
  annotations: { argocd.argoproj.io/sync-wave: "-1" }
data:
  TARGET: logs.tidewater.example
  SAMPLE: "0.25"
`,
  'observability/dashboards.yaml': `${deployment({ name: 'dashboards', image: image('dashboards', '11.3.0'), port: 3000 })}---
${service('dashboards', 3000)}`,
  'orders-database/database.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: orders-database
  annotations: { argocd.argoproj.io/sync-wave: "-1" }
stringData:
  username: orders
  password: only-for-the-demo
---
apiVersion: v1
kind: Service
metadata:
  name: orders-database
spec:
  clusterIP: None
  selector: { app.kubernetes.io/name: orders-database }
  ports:
    - { name: postgres, port: 5432 }
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: orders-database
spec:
  serviceName: orders-database
  replicas: 2
  selector:
    matchLabels: { app.kubernetes.io/name: orders-database }
  template:
    metadata:
      labels: { app.kubernetes.io/name: orders-database }
    spec:
      containers:
        - name: postgres
          image: ${image('postgres', '17.2')}
          envFrom:
            - secretRef: { name: orders-database }
          volumeMounts:
            - { name: data, mountPath: /var/lib/postgresql }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec:
        accessModes: [ReadWriteOnce]
        resources: { requests: { storage: 20Gi } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: orders-database
spec:
  minAvailable: 1
  selector:
    matchLabels: { app.kubernetes.io/name: orders-database }
`,
  'edge-proxy/proxy.yaml': `${deployment({ name: 'edge-proxy', image: image('edge-proxy', '1.31.2'), replicas: 2 })}---
${service('edge-proxy')}---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: edge-proxy
  annotations: { argocd.argoproj.io/sync-wave: "10" }
spec:
  ingressClassName: public
  rules:
    - host: edge.tidewater.example
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: edge-proxy, port: { name: http } } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: edge-proxy
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: edge-proxy }
  minReplicas: 2
  maxReplicas: 6
`,
  'asset-store/store.yaml': `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: assets
spec:
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 50Gi } }
---
${deployment({ name: 'asset-store', image: image('asset-store', '0.8.3') })}`,
  'certificates/crd.yaml': `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: certificates.pki.tidewater.example
spec:
  group: pki.tidewater.example
  scope: Namespaced
  names: { kind: Certificate, listKind: CertificateList, plural: certificates, singular: certificate }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [dnsNames]
              properties:
                dnsNames: { type: array, items: { type: string } }
                renewBefore: { type: string, default: 360h }
`,
  'certificates/certificates.yaml': `apiVersion: pki.tidewater.example/v1
kind: Certificate
metadata:
  name: storefront
spec:
  dnsNames: [tidewater.example, www.tidewater.example]
---
apiVersion: pki.tidewater.example/v1
kind: Certificate
metadata:
  name: edge
spec:
  dnsNames: [edge.tidewater.example]
`,
};

/** Folders in which something is wrong, unfinished or waiting. */
export const TROUBLED_FOLDERS: Record<string, string> = {
  'recommendations/app.yaml': `${deployment({
    name: 'recommendations',
    image: image('recommendations', '0.14.0'),
    replicas: 2,
    pods: { 'sandbox.promontory.dev/outcome': 'crash' },
  })}---
${service('recommendations')}`,
  'gift-cards/app.yaml': deployment({
    name: 'gift-cards',
    image: image('gift-cards', '1.0.0-missing'),
    pods: { 'sandbox.promontory.dev/outcome': 'image-pull' },
  }),
  'warehouse/app.yaml': deployment({
    name: 'warehouse',
    image: image('warehouse', '5.2.0'),
    replicas: 4,
    pods: { 'sandbox.promontory.dev/delay': '10m' },
  }),
  'reports/jobs.yaml': `apiVersion: batch/v1
kind: CronJob
metadata:
  name: daily-report
spec:
  schedule: "15 6 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: ${image('reports', '2.4.1')}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: daily-report
data:
  recipients: finance@tidewater.example
`,
  'ledger-export/job.yaml': `apiVersion: batch/v1
kind: Job
metadata:
  name: ledger-export
spec:
  backoffLimit: 0
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: export
          image: ${image('ledger-export', '1.7.0')}
`,
  'nightly-import/hook.yaml': `apiVersion: batch/v1
kind: Job
metadata:
  name: check-feed
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/hook-delete-policy: BeforeHookCreation
spec:
  backoffLimit: 0
  template:
    metadata:
      annotations: { sandbox.promontory.dev/outcome: fail }
    spec:
      restartPolicy: Never
      containers:
        - name: check-feed
          image: ${image('feed-check', '1.1.0')}
`,
  'nightly-import/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: nightly-import
data:
  feed: https://supplier.example/feed.csv
`,
};

/** Broken on purpose: the list on line 7 is never closed. */
export const BROKEN_FOLDER: Record<string, string> = {
  'loyalty/app.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: loyalty
data:
  points: "2"
  tiers: [bronze, silver
`,
};
