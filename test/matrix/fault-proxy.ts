import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { ClientFrames } from './client-frames';
import { end, Pipe, type Ending, type Weather } from './pipe';

/** What happens to who connects. */
export type Door =
  | 'open'
  /** Nobody listens: ECONNREFUSED. */
  | 'closed'
  | 'accept-and-close'
  /** Accepted, and never answered. */
  | 'black-hole'
  /** The connection ends in the middle of the server's answer to the upgrade. */
  | 'half-handshake'
  /** A page comes instead of the server, as from a hotel's network. */
  | 'sign-in-page';

/** Both directions of a connection. */
export interface Route {
  readonly toServer: Pipe;
  readonly toClient: Pipe;
  readonly client: Socket;
  readonly server: Socket;
}

const HALF_AN_ANSWER_BYTES = 40;

const SIGN_IN_PAGE = [
  'HTTP/1.1 200 OK',
  'Content-Type: text/html',
  'Content-Length: 22',
  'Connection: close',
  '',
  '<h1>Please sign in</h1',
].join('\r\n');

/** A TCP proxy on 127.0.0.1 before one server, and all that can happen on the way. */
export class FaultProxy {
  private readonly sockets = new Set<Socket>();
  private readonly routes = new Set<Route>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly server: Server;
  private door: Door = 'open';
  private listenedPort = 0;
  private listening: Promise<void> = Promise.resolve();
  private weather: { readonly toServer: Weather; readonly toClient: Weather } = {
    toServer: {},
    toClient: {},
  };
  /** Called before a client's first text frame goes on: dictation's only one is Terminate. */
  onTextFrame: () => void = () => undefined;

  private constructor(private readonly serverPort: number) {
    this.server = createServer({ allowHalfOpen: true }, (client) => {
      this.accept(client);
    });
  }

  /** Starts a proxy before the server at that port of this computer. */
  static async start(serverPort: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(serverPort);
    await proxy.listen(0);
    return proxy;
  }

  get port(): number {
    const address: AddressInfo | string | null = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return address.port;
  }

  /** Who connects from now on meets this. */
  setDoor(door: Door): void {
    const [was, port] = [this.door, this.listenedPort];
    this.door = door;
    if ((was === 'closed') === (door === 'closed')) return;
    this.listening = this.listening.then(() =>
      door === 'closed' ? this.stopListening() : this.listen(port),
    );
  }
  /** How bytes get through from now on, on open connections and on later ones. */
  setWeather(toServer: Weather, toClient: Weather = toServer): void {
    this.weather = { toServer, toClient };
    this.setRoutesWeather(toServer, toClient);
  }

  /** As {@link setWeather}, on the connections that are open now only. */
  setRoutesWeather(toServer: Weather, toClient: Weather = toServer): void {
    for (const route of this.routes) {
      route.toServer.change(toServer);
      route.toClient.change(toClient);
    }
  }

  /** Ends every connection, at both ends. */
  cut(ending: Ending = 'close'): void {
    for (const { client, server } of this.routes) {
      end(client, ending);
      end(server, ending);
    }
  }

  /** Does something to every connection that is open. */
  each(act: (route: Route) => void): void {
    for (const route of this.routes) act(route);
  }

  /** Does something later, unless the proxy is closed before. */
  later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, ms);
    this.timers.add(timer);
  }

  /** Drops every connection and stops listening. */
  async close(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    for (const socket of this.sockets) socket.destroy();
    await this.listening;
    if (this.server.listening) await this.stopListening();
  }

  private async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    this.listenedPort = this.port;
  }

  private stopListening(): Promise<void> {
    // Resolves when every connection is over, too: nobody waits for that.
    this.server.close();
    return Promise.resolve();
  }

  private accept(client: Socket): void {
    this.keep(client);
    switch (this.door) {
      case 'closed':
      case 'accept-and-close':
        client.destroy();
        return;
      case 'black-hole':
        client.resume();
        return;
      case 'sign-in-page':
        client.resume();
        client.end(SIGN_IN_PAGE);
        return;
      case 'half-handshake':
        this.connect(client).toClient.cutNext(
          (bytes) => bytes.subarray(0, HALF_AN_ANSWER_BYTES),
          'close',
        );
        return;
      case 'open':
        this.connect(client);
    }
  }

  private connect(client: Socket): Route {
    const server = connect({ port: this.serverPort, host: '127.0.0.1', allowHalfOpen: true });
    this.keep(server);
    const frames = new ClientFrames();
    const route: Route = {
      client,
      server,
      toServer: new Pipe(client, server, (bytes) => {
        if (frames.hasText(bytes)) this.onTextFrame();
      }),
      toClient: new Pipe(server, client, () => undefined),
    };
    route.toServer.change(this.weather.toServer);
    route.toClient.change(this.weather.toClient);
    this.routes.add(route);
    client.once('close', () => {
      this.routes.delete(route);
      route.toServer.dispose();
      route.toClient.dispose();
      server.destroySoon();
    });
    return route;
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.setNoDelay(true);
    // The close that follows tells all there is to tell.
    socket.on('error', () => undefined);
    socket.once('close', () => this.sockets.delete(socket));
  }
}
