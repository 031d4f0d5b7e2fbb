/** What of a test's workload matters to it, as flow YAML: `ports: [{ containerPort: 8080 }]`. */
interface Written {
  readonly kind?: string;
  readonly name?: string;
  readonly container?: string;
  readonly pod?: string;
  readonly spec?: string;
  /** More of the object's metadata; its pods have `app: <name>`. */
  readonly metadata?: string;
}

/** A workload of one container as YAML, with nothing else than what a test names. */
export function workload({ kind = "Deployment", name = "web", container, pod, spec, metadata }: Written = {}): string {
  return `---
apiVersion: apps/v1
kind: ${kind}
metadata: { ${joined(`name: ${name}`, metadata)} }
spec:
  { ${joined(`selector: { matchLabels: { app: ${name} } }`, spec)},
    template: {
      metadata: { labels: { app: ${name} } },
      spec: { ${joined(`containers: [{ ${joined(`name: ${name}, image: ${name}`, container)} }]`, pod)} } } }
`;
}

/** An object as YAML, with fields in flow style. What follows a comma in the name is more of its metadata. */
export function object(kind: string, name: string, fields: string, apiVersion = "v1"): string {
  return `---\n{ ${joined(`apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: ${name} }`, fields)} }\n`;
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}
