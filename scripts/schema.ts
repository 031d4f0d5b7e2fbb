import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  definitionGroups,
  definitionVersions,
  installDefinitions,
  prepareCodec,
  prepareDefinitions,
  preparePrograms,
  startControlPlane,
} from "@kit/control-plane";
import { exitCodes } from "@kit/errors";
import { allKinds, kubernetesMinors } from "@kit/schema";
import { formatDefaults, formatMinors, formatTable, makeDefaults, makeMinor, makeTables } from "@kit/schema/make";
import type { Table } from "@kit/schema/make";
import { print, progress, runCommand } from "@kit/cli";

const help = `Makes the tables of the Kubernetes API that the checks look up.

Usage: pnpm schema

  --check     Write nothing; tell which table is not what the API server says.
  -h, --help  Show this.

Starts the pinned API server with the custom resource definitions of Argo CD,
External Secrets, Flux and Sealed Secrets, asks it for its schemas and for what
it insists on, the API servers of other minor versions for what differs there,
asks its decoder for what it fills in, and writes packages/kit/schema/data.
docs/schema.md explains.

Exit codes: 0 done, 1 a table is not up to date, 2 the input is wrong, 3 the
machine failed, 70 a bug.
`;

await runCommand({
  help,
  options: { check: { type: "boolean" } },
  async run({ root, values }) {
    const options = { env: process.env, onProgress: progress };
    await preparePrograms(options);
    const definitions = await prepareDefinitions(definitionGroups, options);
    await using cluster = await startControlPlane(options);
    progress(`installing ${definitions.length} custom resource definitions`);
    await installDefinitions(cluster, definitions);
    progress("asking the API server what it insists on");
    const { kubernetes, customResources } = await makeTables({
      request: cluster.request,
      kubernetesVersion: cluster.versions["kube-apiserver"]!,
      customSources: definitionVersions,
      customKinds: definitions.map(({ spec }) => ({ group: spec.group, kind: spec.names.kind })),
    });
    const minors = await otherMinors(kubernetes, options);
    progress("asking its decoder what it fills in");
    const codec = await prepareCodec({ ...options, go: process.env["GO_PROGRAM"] ?? "go" });
    const defaults = await makeDefaults({
      goTypes: await codec.types(),
      answers: codec.answers,
      kinds: allKinds(),
    });
    const changed = [
      ["packages/kit/schema/data/kubernetes.json", formatTable(kubernetes)] as const,
      ["packages/kit/schema/data/minors.json", formatMinors(kubernetes, minors)] as const,
      ["packages/kit/schema/data/custom-resources.json", formatTable(customResources)] as const,
      ["packages/kit/schema/data/defaults.json", formatDefaults(defaults)] as const,
    ].filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text);
    for (const [path, text] of changed) {
      if (values.check !== true) writeFileSync(join(root, path), text);
      print(`${values.check === true ? "is not up to date" : "wrote"}: ${path}\n`);
    }
    if (changed.length === 0) print("the tables are up to date\n");
    return values.check === true && changed.length > 0 ? exitCodes.finding : exitCodes.ok;
  },
});

type Options = Parameters<typeof startControlPlane>[0];

/** What differs in the API servers of the other minor versions, each built and started by itself. */
async function otherMinors(pinned: Table, options: Options): Promise<Parameters<typeof formatMinors>[1]> {
  const found: Record<string, Awaited<ReturnType<typeof makeMinor>>> = {};
  for (const minor of kubernetesMinors) {
    if (pinned.sources["kubernetes"]!.startsWith(`${minor}.`)) continue;
    options.onProgress?.(`asking the API server of Kubernetes ${minor} what differs there`);
    await using cluster = await startControlPlane({ ...options, minor });
    const { request, versions } = cluster;
    found[minor] = await makeMinor(pinned, { request, kubernetesVersion: versions["kube-apiserver"]! });
  }
  return found;
}
