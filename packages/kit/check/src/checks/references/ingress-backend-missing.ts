import { isOfServer } from "@kit/kube";
import type { Path } from "@kit/schema";
import type { IIngressServiceBackend } from "kubernetes-models/networking.k8s.io/v1/IngressServiceBackend";
import { objectCheck, type FindingDraft } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { orNearest } from "../../suggest.ts";
import type { EnvironmentView, LooseKind, View } from "../../view/index.ts";

export const ingressBackendMissing = objectCheck({
  id: "ingress-backend-missing",
  group: "references",
  severity: "error",
  title: "an Ingress leads to a Service or a port that does not exist",
  kinds: ["Ingress"],
  needs: ["objects"],
  run: (ingress, report, environment) => {
    for (const { service, path } of backendsOf(ingress)) {
      const said = problemOf(ingress, service, path, environment);
      if (said !== undefined) report(said);
    }
  },
});

type Backend = LooseKind<IIngressServiceBackend>;

function backendsOf({ data }: View<"Ingress">): { service: Backend; path: Path }[] {
  const { defaultBackend, rules = [] } = data.spec ?? {};
  const all = [
    { service: defaultBackend?.service, path: ["spec", "defaultBackend", "service"] },
    ...rules.flatMap(({ http }, rule) =>
      (http?.paths ?? []).map(({ backend }, index) => ({
        service: backend?.service,
        path: ["spec", "rules", rule, "http", "paths", index, "backend", "service"],
      })),
    ),
  ];
  return all.flatMap(({ service, path }) => (service === undefined ? [] : [{ service, path }]));
}

function problemOf(
  { namespace = "default" }: View,
  { name, port = {} }: Backend,
  path: Path,
  environment: EnvironmentView<"objects">,
): FindingDraft | undefined {
  if (name === undefined || name === "" || isOfServer("Service", namespace, name)) return undefined;
  const found = environment.find("Service", namespace, name);
  if (found === undefined) {
    const known = environment
      .of("Service")
      .filter((service) => service.namespace === namespace)
      .map((service) => service.name);
    const message = `the Service ${name} does not exist in the namespace ${namespace}`;
    const said = { message, fix: orNearest(name, known, "add the Service"), path: [...path, "name"] };
    return saidOfMissing(environment, { kind: "Service", namespace }, said);
  }
  const { ports = [], type } = found.data.spec ?? {};
  // An ExternalName needs no ports: whoever it names has them.
  if (type === "ExternalName" && ports.length === 0) return undefined;
  const field = port.name === undefined ? "number" : "name";
  const asked = port[field];
  if (asked === undefined || ports.some((one) => (field === "name" ? one.name : one.port) === asked)) return undefined;
  const open = ports.map((one) => (one.name === undefined ? `${one.port}` : `${one.port} (${one.name})`)).join(", ");
  return {
    message: `the Service ${name} has no port ${asked}`,
    fix: `write a port that it has (${open})`,
    path: [...path, "port", field],
  };
}
