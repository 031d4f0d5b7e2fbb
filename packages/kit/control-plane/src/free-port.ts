import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

const given = new Set<number>();

/**
 * A port of the loopback interface that nobody has, and that was not given out before in this process.
 *
 * Another process may take it before it is used: whoever listens on it has to be ready to ask for another.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    if (!given.has(port)) {
      given.add(port);
      return port;
    }
  }
}
