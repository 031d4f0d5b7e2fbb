import { join } from "node:path";
import { asEnvironmentFailure } from "@kit/programs";
import type { ApiRequest } from "./api-client.ts";
import { componentArguments, type Settings } from "./component-arguments.ts";
import { connect } from "./connect.ts";
import { files, writeCredentials, writeKubeconfig } from "./credentials.ts";
import { freePort } from "./free-port.ts";
import { preparePrograms, type Prepared, type PrepareOptions } from "./prepare-programs.ts";
import type { ProgramName } from "./programs.ts";
import { supervise } from "./supervisor.ts";

/** A running control plane. Disposing of it stops it and removes what it wrote. */
export interface ControlPlane extends AsyncDisposable {
  /** Such as `https://127.0.0.1:40123`. */
  readonly url: string;
  /** The certificate of the API server and of its CA, in PEM. */
  readonly ca: string;
  /** The bearer token of an administrator. */
  readonly token: string;
  /** The path of a kubeconfig, in the temporary directory. */
  readonly kubeconfig: string;
  /** Such as `1.31.4`, of each program that runs. */
  readonly versions: Readonly<Partial<Record<ProgramName, string>>>;
  readonly request: ApiRequest;
  /** Aborted when a component dies, with the EnvironmentFailure that says so, and when it is stopped. */
  readonly signal: AbortSignal;
}

// Another process may take the port between the choice and the start.
const attempts = 3;

/**
 * Starts etcd and an API server on the loopback interface, and the components that are asked for, all of them fresh
 * and this caller's alone. It answers when it returns, and Pods may be made in the namespace `default`.
 *
 * However this process ends, nothing of it stays.
 *
 * @throws UserError where a program is missing and cannot be built.
 * @throws EnvironmentFailure where one cannot be built, dies, or is not ready within two minutes.
 */
export async function startControlPlane(options: PrepareOptions): Promise<ControlPlane> {
  const prepared = await preparePrograms(options);
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(prepared, options.env);
    } catch (error) {
      const portTaken = error instanceof Error && error.message.includes("address already in use");
      if (!portTaken || attempt === attempts) throw error;
    }
  }
}

async function start({ programs, stages }: Prepared, env: NodeJS.ProcessEnv): Promise<ControlPlane> {
  const supervisor = await supervise(env);
  const { directory, signal, stop } = supervisor;
  try {
    const port = await freePort();
    const settings: Settings = { port, stages, programs: programs.map(({ name }) => name) };
    const startThose = (where: (name: ProgramName) => boolean): void => {
      for (const program of programs.filter(({ name }) => where(name))) {
        supervisor.start(program, componentArguments(program.name, settings));
      }
    };
    const token = writeCredentials(directory);
    startThose(isServer);
    const { url, ca, request } = await connect(supervisor, port, token);
    writeKubeconfig(directory, url, ca, token);
    startThose((name) => !isServer(name));
    await createDefaultServiceAccount(request);
    const versions = Object.fromEntries(programs.map(({ name, version }) => [name, version]));
    const kubeconfig = join(directory, files.kubeconfig);
    return { url, ca, token, kubeconfig, versions, request, signal, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw asEnvironmentFailure(error, directory);
  }
}

function isServer(name: ProgramName): boolean {
  return name === "etcd" || name === "kube-apiserver";
}

/**
 * Every Pod is refused as long as its namespace has no `default` ServiceAccount. The controller-manager makes it, a
 * moment later, where it runs. Both exist already where the API server or the controller-manager was faster.
 */
async function createDefaultServiceAccount(request: ApiRequest): Promise<void> {
  const metadata = { name: "default" };
  await request("POST", "/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata });
  const accounts = "/api/v1/namespaces/default/serviceaccounts";
  await request("POST", accounts, { apiVersion: "v1", kind: "ServiceAccount", metadata });
}
