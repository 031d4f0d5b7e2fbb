import type { ApiRequest } from "@kit/control-plane";
import type { ManifestData } from "./manifest.ts";

/** Where the API server keeps objects of a kind. */
interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** The paths of objects, by what the API server says that it serves. */
export interface ApiPaths {
  /** The collection and the object itself, or undefined where the server does not know the kind. */
  pathsOf(data: ManifestData): Promise<{ collection: string; object: string; namespaced: boolean } | undefined>;
}

/** Asks the server once for each API version. */
export function apiPaths(request: ApiRequest): ApiPaths {
  const asked = new Map<string, Promise<readonly Resource[]>>();
  const resourcesOf = (prefix: string): Promise<readonly Resource[]> => {
    const known = asked.get(prefix) ?? ask(request, prefix);
    asked.set(prefix, known);
    return known;
  };
  return {
    async pathsOf({ apiVersion, kind, metadata: { name, namespace = "default" } }) {
      const prefix = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
      const resources = await resourcesOf(prefix);
      const resource = resources.find((one) => one.kind === kind && !one.name.includes("/"));
      if (resource === undefined) {
        // A CustomResourceDefinition may add it later.
        asked.delete(prefix);
        return undefined;
      }
      const place = resource.namespaced ? `${prefix}/namespaces/${namespace}` : prefix;
      const collection = `${place}/${resource.name}`;
      return { collection, object: `${collection}/${name}`, namespaced: resource.namespaced };
    },
  };
}

async function ask(request: ApiRequest, prefix: string): Promise<readonly Resource[]> {
  const { status, body } = await request<{ resources: readonly Resource[] }>("GET", prefix);
  return status === 200 ? body.resources : [];
}
