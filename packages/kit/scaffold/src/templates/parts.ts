import type { ServiceChoice } from "./service.ts";

/** A value as TypeScript, on one line: `{ app: "cart", "a/b": [1] }`. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, own]) => `${fieldName(name)}: ${literal(own)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** A field's name, in quotes where it is not an identifier. */
export function fieldName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** A text with each line further in, but for the first. */
export function indented(text: string, by: number): string {
  return text.replaceAll("\n", `\n${" ".repeat(by)}`);
}

/**
 * The pod of a service, as the argument of `restrictedPod`: one container that writes to /tmp alone.
 *
 * @param container Lines of the container's own, behind its image.
 * @param mounts Volumes beside /tmp that it mounts.
 * @param pod Lines of the pod's own.
 */
export function podText(
  { name, image, command, cpu, memory }: ServiceChoice,
  container: readonly string[],
  { mounts = [], pod = [], user = "runAsUser: 10001, runAsGroup: 10001" }: PodText = {},
): string {
  const run = command.length === 0 ? [] : [`command: ${literal(command)},`];
  const resources = { requests: { cpu, memory }, limits: { cpu: times(cpu, 4), memory: times(memory, 2) } };
  const volumes = [...mounts, literal({ name: "tmp", mountPath: "/tmp" })];
  const own = [
    `name: ${literal(name)},`,
    `image: ${literal(image)},`,
    ...run,
    ...container,
    `resources: ${literal(resources)},`,
    "securityContext: { readOnlyRootFilesystem: true },",
    ...(volumes.length === 1
      ? [`volumeMounts: [${volumes[0]}],`]
      : ["volumeMounts: [", ...volumes.map((one) => `  ${one},`), "],"]),
  ];
  const lines = [
    "containers: [",
    "  {",
    ...own.map((line) => `    ${line}`),
    "  },",
    "],",
    ...pod,
    `securityContext: { ${user} },`,
    'volumes: [{ name: "tmp", emptyDir: {} }],',
  ];
  return `restrictedPod({\n${lines.map((line) => `  ${line}\n`).join("")}})`;
}

interface PodText {
  readonly mounts?: readonly string[];
  readonly pod?: readonly string[];
  readonly user?: string;
}

/** An amount as often: `50m` four times is `200m`. */
function times(amount: string, factor: number): string {
  const [, number = "", unit = ""] = /^([\d.]+)(.*)$/.exec(amount) ?? [];
  return `${Number(number) * factor}${unit}`;
}

/** A Service for a workload's pods. */
export function serviceText(name: string, port: string, number: number, more = ""): string {
  return `const service = new Service({
  metadata: { name: ${literal(name)}, labels },
  spec: { ${more}selector: labels, ports: [{ name: ${literal(port)}, port: ${number}, targetPort: ${literal(port)} }] },
});`;
}
