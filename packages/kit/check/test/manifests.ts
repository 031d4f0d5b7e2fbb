/** Objects as a text of several documents. */
export function documents(...objects: readonly object[]): string {
  return objects.map((object) => JSON.stringify(object)).join("\n---\n");
}

interface Parts {
  readonly name?: string;
  readonly kind?: string;
  readonly apiVersion?: string;
  readonly namespace?: string;
  /** Beside the selector and the template. */
  readonly spec?: object;
  /** Of the pod, beside its one container. */
  readonly pod?: object;
  readonly container?: object;
  readonly labels?: object;
}

/** A Deployment, or another workload, of one container that has only what it must have. */
export function workload(parts: Parts = {}): object {
  const { name = "web", kind = "Deployment", apiVersion = "apps/v1", labels = { app: name } } = parts;
  const { namespace = "shop", spec, pod, container } = parts;
  const template = {
    metadata: { labels },
    spec: { containers: [{ name, image: "web:1", ...container }], ...pod },
  };
  return {
    apiVersion,
    kind,
    metadata: { name, namespace },
    spec: { selector: { matchLabels: labels }, template, ...spec },
  };
}

/** A Service for the pods of `workload`. */
export function service(parts: { readonly name?: string; readonly spec?: object } = {}): object {
  const { name = "web", spec } = parts;
  const ports = [{ name: "http", port: 80 }];
  return object("v1", "Service", name, { spec: { selector: { app: "web" }, ports, ...spec } });
}

/** Any object of the namespace `shop`. */
export function object(apiVersion: string, kind: string, name: string, rest: object): object {
  return { apiVersion, kind, metadata: { name, namespace: "shop" }, ...rest };
}
