import { createServer, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A CONNECT proxy on 127.0.0.1, with its own idea of where names lead to. */
export interface ConnectProxy {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  /** Every request, as `METHOD target`, with what it showed as `Proxy-Authorization`. */
  readonly requests: readonly string[];
  /** Everything that went through it in both directions: what its operator could read. */
  readonly seen: () => Buffer;
  close(): Promise<void>;
}

export interface ConnectProxyOptions {
  /** The port on 127.0.0.1 that stands for a name (`host:port`); undefined: 502, no such host. */
  readonly route: (target: string) => number | undefined;
  /** `name:password`; everybody else gets 407. */
  readonly credentials?: string;
}

/** Starts a proxy; what is not CONNECT is answered with 400, because it would be readable. */
export async function startConnectProxy(options: ConnectProxyOptions): Promise<ConnectProxy> {
  const requests: string[] = [];
  const seen: Buffer[] = [];
  const open = new Set<Duplex>();
  const expected =
    options.credentials === undefined
      ? undefined
      : `Basic ${Buffer.from(options.credentials).toString('base64')}`;

  function keep(socket: Duplex): void {
    open.add(socket);
    // Either end may vanish at any moment.
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => seen.push(bytes));
    socket.on('close', () => open.delete(socket));
  }

  const server = createServer((request, response) => {
    note(request);
    response.writeHead(400).end();
  });
  server.on('connection', keep);
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    note(request);
    if (expected !== undefined && request.headers['proxy-authorization'] !== expected) {
      refuse(client, '407 Proxy Authentication Required', 'Proxy-Authenticate: Basic realm="test"');
      return;
    }
    const port = options.route(request.url ?? '');
    if (port === undefined) {
      refuse(client, '502 Bad Gateway', 'Server: test');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    keep(upstream);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });

  function note({ method = '', url = '', headers }: IncomingMessage): void {
    const shown = headers['proxy-authorization'];
    requests.push([method, url, ...(shown === undefined ? [] : [shown])].join(' '));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return {
    address: `127.0.0.1:${String(address.port)}`,
    requests,
    seen: () => Buffer.concat(seen),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuse(socket: Socket, status: string, header: string): void {
  socket.end(`HTTP/1.1 ${status}\r\n${header}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}
