import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChartPackage {
  name: string;
  version: string;
  archive: Buffer;
}

export interface ChartServer {
  /** `http://127.0.0.1:<port>`: `/charts` is a chart repository, `/v2/…` a registry. */
  url: string;
  requests: string[];
  close(): Promise<void>;
}

const digestOf = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Charts behind basic authentication, as an HTTP repository and as an OCI registry. */
export async function startChartServer(charts: ChartPackage[], user: string, password: string): Promise<ChartServer> {
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    requests.push(url);
    if (request.headers.authorization !== wanted) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="charts"' }).end();
    } else if (url.startsWith('/charts/')) answerRepository(url, charts, response);
    else answerRegistry(url, charts, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answerRepository(url: string, charts: ChartPackage[], response: ServerResponse): void {
  const chart = charts.find((each) => url === `/charts/${each.name}-${each.version}.tgz`);
  if (chart) response.end(chart.archive);
  else if (url === '/charts/index.yaml') response.end(JSON.stringify(indexOf(charts)));
  else response.writeHead(404).end();
}

function indexOf(charts: ChartPackage[]): object {
  const entries: Record<string, object[]> = {};
  for (const { name, version, archive } of charts) {
    (entries[name] ??= []).push({
      apiVersion: 'v2',
      name,
      version,
      urls: [`${name}-${version}.tgz`],
      digest: digestOf(archive).slice('sha256:'.length),
    });
  }
  return { apiVersion: 'v1', entries };
}

function answerRegistry(url: string, charts: ChartPackage[], response: ServerResponse): void {
  const [, name = '', what = '', reference = ''] = /^\/v2\/(.+)\/(tags|manifests|blobs)\/(.+)$/.exec(url) ?? [];
  const versions = charts.filter((each) => name.endsWith(each.name));
  if (url === '/v2/') response.end('{}');
  else if (what === 'tags') send(response, 'application/json', Buffer.from(JSON.stringify({ name, tags: versions.map((each) => each.version) })));
  else if (what === 'manifests') {
    const manifests = versions.map((each) => ({ tag: each.version, bytes: manifestOf(each) }));
    const found = manifests.find((each) => each.tag === reference || digestOf(each.bytes) === reference);
    if (found) send(response, 'application/vnd.oci.image.manifest.v1+json', found.bytes);
    else response.writeHead(404).end();
  } else {
    const blob = versions.flatMap((each) => [each.archive, configOf(each)]).find((each) => digestOf(each) === reference);
    if (blob) send(response, 'application/octet-stream', blob);
    else response.writeHead(404).end();
  }
}

function configOf({ name, version }: ChartPackage): Buffer {
  return Buffer.from(JSON.stringify({ apiVersion: 'v2', name, version }));
}

function manifestOf(chart: ChartPackage): Buffer {
  const describe = (mediaType: string, bytes: Buffer) => ({ mediaType, digest: digestOf(bytes), size: bytes.length });
  return Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: describe('application/vnd.cncf.helm.config.v1+json', configOf(chart)),
      layers: [describe('application/vnd.cncf.helm.chart.content.v1.tar+gzip', chart.archive)],
    }),
  );
}

function send(response: ServerResponse, type: string, bytes: Buffer): void {
  response
    .writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length, 'Docker-Content-Digest': digestOf(bytes) })
    .end(bytes);
}
