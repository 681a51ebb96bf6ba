export interface Workload {
  name: string;
  image: string;
  replicas?: number;
  port?: number;
  /** Annotations of the pods: what the sandbox lets happen to them. */
  pods?: Record<string, string>;
}

/** A Deployment as a team would write it. */
export function deployment({ name, image, replicas = 1, port = 8080, pods }: Workload): string {
  const annotations = Object.entries(pods ?? {}).map(([key, value]) => `        ${key}: ${value}\n`);
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: { app.kubernetes.io/name: ${name} }
spec:
  replicas: ${replicas}
  strategy:
    rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
  selector:
    matchLabels: { app.kubernetes.io/name: ${name} }
  template:
    metadata:
      labels: { app.kubernetes.io/name: ${name} }
${annotations.length > 0 ? `      annotations:\n${annotations.join('')}` : ''}    spec:
      containers:
        - name: ${name}
          image: ${image}
          ports:
            - { name: http, containerPort: ${port} }
          resources:
            requests: { cpu: 50m, memory: 64Mi }
`;
}

export function service(name: string, port = 8080): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector: { app.kubernetes.io/name: ${name} }
  ports:
    - { name: http, port: 80, targetPort: ${port} }
`;
}
