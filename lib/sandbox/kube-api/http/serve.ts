import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KubeApi } from '../operations/kube-api';
import { handleRequest } from './handle-request';
import { ListSnapshots } from './requests/list-snapshots';

export interface KubeApiServer {
  url: string;
  /** Ends all watches, then closes. */
  stop(): Promise<void>;
}

/** Serves the API over plain HTTP. Port 0 takes a free one; a port in use rejects with the system's error. */
export async function serve(api: KubeApi, options: { host: string; port: number }): Promise<KubeApiServer> {
  const stopping = new AbortController();
  const snapshots = new ListSnapshots();
  let url = '';
  const state = {
    api,
    snapshots,
    host: options.host,
    stopping: stopping.signal,
    address: () => url.replace('http://', ''),
  };
  const server = createServer((request, response) => void handleRequest(state, request, response));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = `http://${options.host}:${port}`;
  return {
    url,
    stop: async () => {
      stopping.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
