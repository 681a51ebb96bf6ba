import { REGISTRY, type ShopService } from './services';

/** `apps/<service>/helm`: the chart of one service; images, replicas and host come from `envs/<env>/values-<env>.yaml`. */
export function serviceChart(service: ShopService): Record<string, string> {
  const files: Record<string, string> = {
    'Chart.yaml': `apiVersion: v2\nname: ${service.name}\ndescription: The ${service.name} service of Tidewater\nversion: 0.4.0\n`,
    'values.yaml': VALUES,
    'templates/config.yaml': config(service),
    'templates/service-account.yaml': `apiVersion: v1\nkind: ServiceAccount\n${meta(service.name, service, -1)}`,
    'templates/deployment.yaml': deployment(service),
    'templates/service.yaml': kubernetesService(service),
  };
  if (service.path) files['templates/ingress.yaml'] = ingress(service, service.path);
  if (service.isElastic) files['templates/autoscaler.yaml'] = autoscaler(service);
  if (service.hasDatabase) files['templates/db-migrate.yaml'] = migration(service);
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`apps/${service.name}/helm/${name}`, text]),
  );
}

const VALUES = `environment: dev
domain: dev.tidewater.example
replicas: 1
logLevel: info
# Tag per service; the environments' files set it.
images: {}
resources:
  requests: { cpu: 50m, memory: 64Mi }
  limits: { memory: 256Mi }
`;

const meta = (name: string, service: ShopService, wave: number): string => `metadata:
  name: ${name}
  labels:
    app.kubernetes.io/name: ${service.name}
    app.kubernetes.io/part-of: tidewater
    tidewater.example/owner: ${service.owner}
  annotations:
    argocd.argoproj.io/sync-wave: "${wave}"
`;

const config = (service: ShopService): string => `apiVersion: v1
kind: ConfigMap
${meta(`${service.name}-config`, service, -1)}data:
  ENVIRONMENT: {{ .Values.environment | quote }}
  LOG_LEVEL: {{ .Values.logLevel | quote }}
  PUBLIC_URL: https://{{ .Values.domain }}${service.path ?? ''}
`;

const deployment = (service: ShopService): string => `{{- $image := index .Values.images .Chart.Name }}
apiVersion: apps/v1
kind: Deployment
${meta(service.name, service, 0)}spec:
  replicas: {{ .Values.replicas }}
  selector:
    matchLabels: { app.kubernetes.io/name: ${service.name} }
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${service.name}
        app.kubernetes.io/part-of: tidewater
    spec:
      serviceAccountName: ${service.name}
      containers:
        - name: ${service.name}
          image: ${REGISTRY}/${service.name}:{{ $image }}
          ports:
            - { name: http, containerPort: ${service.port} }
          envFrom:
            - configMapRef: { name: ${service.name}-config }
          env:
            - { name: VERSION, value: {{ $image | quote }} }
          readinessProbe:
            httpGet: { path: /healthz, port: http }
          resources: {{ toJson .Values.resources }}
`;

const kubernetesService = (service: ShopService): string => `apiVersion: v1
kind: Service
${meta(service.name, service, 0)}spec:
  selector: { app.kubernetes.io/name: ${service.name} }
  ports:
    - { name: http, port: 80, targetPort: http }
`;

const ingress = (service: ShopService, path: string): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
${meta(service.name, service, 10)}spec:
  ingressClassName: public
  rules:
    - host: {{ .Values.domain }}
      http:
        paths:
          - path: ${path}
            pathType: Prefix
            backend: { service: { name: ${service.name}, port: { name: http } } }
`;

const autoscaler = (service: ShopService): string => `{{- if ne .Values.environment "dev" }}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
${meta(service.name, service, 10)}spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${service.name} }
  minReplicas: {{ .Values.replicas }}
  maxReplicas: {{ mul .Values.replicas 3 }}
  metrics:
    - type: Resource
      resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }
{{- end }}
`;

const migration = (service: ShopService): string => `apiVersion: batch/v1
kind: Job
metadata:
  name: ${service.name}-db-migrate
  labels: { app.kubernetes.io/name: ${service.name}, app.kubernetes.io/part-of: tidewater }
  annotations:
    argocd.argoproj.io/hook: PreSync
    argocd.argoproj.io/hook-delete-policy: HookSucceeded
spec:
  backoffLimit: 1
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: db-migrate
          image: ${REGISTRY}/${service.name}:{{ index .Values.images .Chart.Name }}
          args: [migrate, --to, latest]
`;
