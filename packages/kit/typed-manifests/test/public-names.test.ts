import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const source = readFileSync(join(import.meta.dirname, "../src/index.ts"), "utf8");

// Other repositories depend on these: a name that goes, or is called another way, breaks them.
test("the names that authors can import", () => {
  expect({
    values: namesIn(/^export \{([^}]*)\}/gm),
    types: namesIn(/^export type \{([^}]*)\}/gm),
  }).toMatchInlineSnapshot(`
    {
      "types": [
        "Change",
        "Cluster",
        "CustomKind",
        "CustomObject",
        "Delta",
        "Destination",
        "Environment",
        "EnvironmentOf",
        "Exposure",
        "GitOps",
        "KnownConfigMap",
        "KubeObject",
        "ObjectMetadata",
        "Pack",
        "Patch",
        "Pods",
        "Policy",
        "PreviewRequest",
        "ProbeHandler",
        "SecretContract",
        "SecretSource",
        "SecretValue",
        "ServiceDefinition",
        "SyncPolicy",
        "SystemDefinition",
        "Traffic",
        "UntypedFields",
        "UntypedObject",
        "Workload",
      ],
      "values": [
        "anyText",
        "automaticSync",
        "boolean",
        "boundedResources",
        "configEnv",
        "configMap",
        "customKind",
        "defineCluster",
        "defineEnvironment",
        "defineGitOps",
        "definePolicy",
        "definePreview",
        "defineSecret",
        "defineService",
        "defineSystem",
        "disruptionBudget",
        "environmentSchema",
        "exactLength",
        "expose",
        "exposure",
        "externalSecrets",
        "fromHelper",
        "integer",
        "isAsProduction",
        "labelStandard",
        "labelValue",
        "listOf",
        "localImagesOnly",
        "manualSync",
        "migration",
        "minLength",
        "nested",
        "networkPolicy",
        "nonRootUsers",
        "number",
        "oneOf",
        "optional",
        "patch",
        "pem",
        "perService",
        "postgresUrl",
        "prefixedNames",
        "previewNamespace",
        "probed",
        "probes",
        "protectInProduction",
        "publicUrl",
        "publicValue",
        "quantity",
        "record",
        "releaseLabel",
        "releaseLabels",
        "replicated",
        "restrictedContainer",
        "restrictedNamespace",
        "restrictedPod",
        "sealedSecret",
        "secretEnv",
        "secretsByHand",
        "sopsFile",
        "spreadOverNodes",
        "standardLabels",
        "startsWith",
        "text",
        "tlsSecret",
        "untyped",
        "url",
        "versionFromTag",
        "versionLabel",
        "withinCapacity",
      ],
    }
  `);
});

test("the module has these values, and no others", async () => {
  expect(Object.keys(await import("typed-manifests")).toSorted()).toEqual(namesIn(/^export \{([^}]*)\}/gm));
});

function namesIn(statement: RegExp): string[] {
  const names = [...source.matchAll(statement)].flatMap(([, list]) => list!.split(",").map((name) => name.trim()));
  return names.filter((name) => name !== "").toSorted();
}
