import { preparePrograms, startControlPlane, type ControlPlane, type PrepareOptions } from "@kit/control-plane";

export type Data = Readonly<Record<string, unknown>>;

/** What an API server with its controllers says and does. */
export interface Server extends AsyncDisposable {
  readonly request: ControlPlane["request"];
  /** Applies an object on the server's side, as Flux does. */
  readonly apply: (object: Data, query?: string) => Promise<{ readonly status: number; readonly body: Data }>;
  /** The path of an object, or of a collection where it has no name. */
  readonly pathOf: (object: Data) => Promise<string>;
}

/** @param components Beside etcd and the API server. */
export async function startServer(components: PrepareOptions["components"]): Promise<Server> {
  const options: PrepareOptions = { env: process.env, onProgress: console.error, ...(components && { components }) };
  await preparePrograms(options);
  const cluster = await startControlPlane(options);
  type Resources = { readonly resources: readonly { name: string; kind: string; namespaced: boolean }[] };
  const served = new Map<string, Promise<Resources>>();
  const pathOf = async (object: Data): Promise<string> => {
    const { apiVersion, kind, metadata } = object as {
      apiVersion: string;
      kind: string;
      metadata?: { name?: string; namespace?: string };
    };
    const prefix = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const asked = served.get(prefix) ?? cluster.request<Resources>("GET", prefix).then(({ body }) => body);
    served.set(prefix, asked);
    const { name, namespaced } = (await asked).resources.find((one) => one.kind === kind && !one.name.includes("/"))!;
    const place = `${prefix}${namespaced ? `/namespaces/${metadata?.namespace ?? "default"}` : ""}/${name}`;
    return metadata?.name === undefined ? place : `${place}/${metadata.name}`;
  };
  return {
    request: cluster.request,
    pathOf,
    apply: async (object, query = "") =>
      cluster.request<Data>(
        "PATCH",
        `${await pathOf(object)}?fieldManager=test&force=true${query}`,
        object,
        "application/apply-patch+yaml",
      ),
    [Symbol.asyncDispose]: () => cluster[Symbol.asyncDispose](),
  };
}
