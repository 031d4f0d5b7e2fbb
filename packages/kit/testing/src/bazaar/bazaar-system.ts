import { packageJson } from "../example-system.ts";
import { environments } from "./environments.ts";
import { database, mailer, report, storefront } from "./special-services.ts";
import { webService } from "./web-service.ts";

/** Who calls whom; each is a package with a Deployment, a Service and a ConfigMap. */
const webServices: Readonly<Record<string, readonly string[]>> = {
  basket: ["catalog"],
  catalog: ["database"],
  checkout: ["basket", "currency", "payment", "shipping", "database"],
  currency: [],
  offers: ["catalog"],
  payment: [],
  reviews: ["database"],
  shipping: [],
};

/** The services of `bazaar`, in the order of their names. */
export const bazaarServices = [...Object.keys(webServices), "database", "mailer", "report", "storefront"].toSorted();

/** The environments of `bazaar`. */
export const bazaarEnvironments = ["dev", "staging", "prod-eu", "prod-us"] as const;

/**
 * The files of a system that is as teams have them, `bazaar`: eight services that call each other, a storefront of nginx
 * with its configuration behind an Ingress and an HPA, a worker, a PostgreSQL StatefulSet and a CronJob, in four
 * environments, of which two are regions of production. It builds.
 */
export function bazaarSystem(): Record<string, string> {
  const sources: Record<string, string> = { environments, database, mailer, report, storefront };
  for (const [name, calls] of Object.entries(webServices)) {
    const callers = Object.keys(webServices).filter((caller) => webServices[caller]!.includes(name));
    sources[name] = webService(name, calls, [...callers, "storefront"]);
  }
  const packages = Object.entries(sources).flatMap(([name, source]) => [
    [`packages/bazaar/${name}/package.json`, packageJson(`@bazaar/${name}`)],
    [`packages/bazaar/${name}/src/index.ts`, source],
  ]);
  const overlays = bazaarEnvironments.map((id) => [`overlays/${id}/kustomization.yaml`, bazaarOverlay(id)]);
  return {
    ...(Object.fromEntries([...packages, ...overlays]) as Record<string, string>),
    "packages/gitops/package.json": packageJson("@manifests/gitops"),
    "packages/gitops/src/index.ts": gitops,
  };
}

/** An overlay of `bazaar`. Development follows what was built last; the images of others have versions. */
export function bazaarOverlay(id: string, services: readonly string[] = bazaarServices): string {
  const tag = { dev: "1.4.0-rc.2", staging: "1.4.0" }[id] ?? "1.3.0";
  return [
    "apiVersion: kustomize.config.k8s.io/v1beta1",
    "kind: Kustomization",
    "resources:",
    ...services.map((service) => `  - ../../generated/bases/bazaar/${service}`),
    "components:",
    `  - ../../generated/environments/${id}`,
    "images:",
    ...services.flatMap((service) =>
      service === "database"
        ? ["  - name: postgres", '    newTag: "17.4"']
        : [
            `  - name: bazaar/${service}`,
            `    newName: registry.example.com/bazaar/${service}`,
            `    newTag: "${tag}"`,
          ],
    ),
    "",
  ].join("\n");
}

const gitops = `import { automaticSync, defineGitOps } from "typed-manifests";

const workingHours = automaticSync({ windows: [{ kind: "allow", schedule: "0 8 * * 1-5", duration: "8h" }] });

export default defineGitOps({
  repository: "https://git.example.com/bazaar/manifests.git",
  branch: "main",
  engine: "both",
  environments: {
    dev: { destination: "bazaar-dev", policy: automaticSync() },
    staging: { destination: "bazaar-staging", policy: automaticSync() },
    "prod-eu": { destination: "bazaar-eu", policy: workingHours },
    "prod-us": { destination: "bazaar-us", policy: workingHours },
  },
});
`;
