import type { ControlPlane } from "@kit/control-plane";

type Send = <Body>(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: unknown) => Promise<Body>;

/**
 * Asks a control plane, and throws where it refuses.
 *
 * @param alsoFine Statuses beside those below 300.
 */
export function sender(request: ControlPlane["request"], ...alsoFine: readonly number[]): Send {
  return async <Body>(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<Body> => {
    const type = method === "PATCH" ? "application/merge-patch+json" : undefined;
    const answer = await request<Body>(method, path, body, type);
    if (answer.status < 300 || alsoFine.includes(answer.status)) return answer.body;
    throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  };
}

/** Makes a namespace, with the account that its pods run as. */
export async function makeNamespace(send: Send, name: string): Promise<void> {
  await send("POST", "/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata: { name } });
  const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default" } };
  await send("POST", `/api/v1/namespaces/${name}/serviceaccounts`, account);
}
