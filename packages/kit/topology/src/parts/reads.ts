import {
  at,
  listOf,
  mapOf,
  madeSecret,
  podReferences,
  podTemplatesOf,
  textOf,
  type Loose,
  type PodReference,
} from "@kit/kube";
import type { Drawing } from "../drawing.ts";
import type { ShownWorld, ShownWorkload } from "../shown-world.ts";

/** ConfigMaps, Secrets and claims → the workloads that read or mount them, with the keys. */
export function drawReads(drawing: Drawing, world: ShownWorld): void {
  for (const workload of world.workloads) {
    for (const { template } of podTemplatesOf(workload.object)) {
      const references = podReferences(at(template, "spec"));
      for (const reference of references) drawRead(drawing, world, workload, reference, template);
    }
    for (const claim of listOf(at(workload.object, "spec", "volumeClaimTemplates"))) {
      const name = `${textOf(at(claim, "metadata", "name")) ?? ""}-${workload.name}-N`;
      const { namespace } = workload;
      const id = drawing.named({
        apiGroup: "",
        kind: "PersistentVolumeClaim",
        name,
        namespace,
        type: "claim",
        state: "here",
      });
      drawing.edge(id, "keeps", workload.id, sizeOf(claim));
    }
  }
}

function drawRead(
  drawing: Drawing,
  world: ShownWorld,
  { id, namespace }: ShownWorkload,
  { kind, name, key, by, optional, path }: PodReference,
  template: Loose,
): void {
  if (kind !== "ConfigMap" && kind !== "Secret" && kind !== "PersistentVolumeClaim") return;
  const object = world.find(kind, name, namespace);
  if (kind === "PersistentVolumeClaim") {
    const claim = drawing.named({
      apiGroup: "",
      kind,
      name,
      namespace,
      type: "claim",
      state: object ? "here" : "missing",
    });
    drawing.edge(claim, "keeps", id, sizeOf(object));
    return;
  }
  const known = object === undefined ? keysElsewhere(world, kind, name, namespace) : keysOf(object);
  const state = object !== undefined || known?.made === true ? "here" : known === undefined ? "missing" : "expected";
  if (state === "missing" && optional) return;
  const type = kind === "Secret" ? "secret" : "configmap";
  const from = drawing.named({ apiGroup: "", kind, name, namespace, type, state });
  const prefix = by.type === "envFrom" ? by.prefix : "";
  const items = key === undefined ? itemsAt(template, path) : [key];
  drawing.edge(from, "reads", id, items ?? [...(known?.keys ?? [])].map((one) => prefix + one));
}

/** The keys that a volume asks for, where it does not ask for all. */
function itemsAt(template: Loose, path: PodReference["path"]): string[] | undefined {
  const items = listOf(at(template, "spec", ...path.slice(0, -1), "items"));
  return items.length === 0 ? undefined : items.flatMap((item) => textOf(at(item, "key")) ?? []);
}

interface Keys {
  readonly keys: Iterable<string> | undefined;
  /** Something here makes it. */
  readonly made: boolean;
}

function keysOf(object: Loose): Keys {
  const fields = ["data", "binaryData", "stringData"].flatMap((field) => Object.keys(mapOf(object[field])));
  return { keys: new Set(fields), made: true };
}

function keysElsewhere(
  { objects, secrets }: ShownWorld,
  kind: string,
  name: string,
  namespace: string,
): Keys | undefined {
  if (kind !== "Secret") return undefined;
  for (const object of objects) {
    const made = madeSecret(object);
    const own = textOf(at(object, "metadata", "namespace")) ?? "";
    if (made?.name === name && own === namespace) return { keys: made.keys, made: true };
  }
  const contract = secrets.find((one) => one.name === name);
  return contract && { keys: Object.keys(contract.keys), made: false };
}

function sizeOf(claim: unknown): string[] {
  const size = at(claim, "spec", "resources", "requests", "storage");
  return typeof size === "string" || typeof size === "number" ? [String(size)] : [];
}
