import { readFileSync } from "node:fs";
import { connect as connectTo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { EnvironmentFailure } from "@kit/errors";
import { apiClient, type ApiRequest } from "./api-client.ts";
import { lastLines } from "./component-death.ts";
import { certificateFile } from "./credentials.ts";
import type { Supervisor } from "./supervisor.ts";

/** An API server that answers. */
interface Connection {
  readonly url: string;
  readonly ca: string;
  readonly request: ApiRequest;
}

const pollMilliseconds = 25;
const deadlineMilliseconds = 120_000;

/**
 * A client of the API server that was started on a port, once it is ready.
 *
 * @throws EnvironmentFailure where a component dies meanwhile, or it is not ready within two minutes.
 */
export async function connect({ directory, signal }: Supervisor, port: number, token: string): Promise<Connection> {
  const deadline = performance.now() + deadlineMilliseconds;
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) {
      signal.throwIfAborted();
      if (performance.now() > deadline) throw silence(directory);
      await setTimeout(pollMilliseconds);
    }
  };
  await until(() => isListening(port));
  // It writes the certificate before it listens.
  const ca = readFileSync(join(directory, certificateFile), "utf8");
  const url = `https://127.0.0.1:${port}`;
  const request = apiClient({ url, ca, token, signal });
  // The roles of RBAC take it another second, and an administrator needs none of them.
  const path = "/readyz?exclude=poststarthook/rbac/bootstrap-roles";
  await until(async () => (await request("GET", path)).status === 200);
  return { url, ca, request };
}

async function isListening(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connectTo({ host: "127.0.0.1", port });
  socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  const listening = await promise;
  socket.destroy();
  return listening;
}

function silence(directory: string): EnvironmentFailure {
  const what = `the API server is not ready after two minutes. Its last lines:\n${lastLines(directory, "kube-apiserver")}`;
  return new EnvironmentFailure("component-silent", what, "start again when the machine has less to do");
}
