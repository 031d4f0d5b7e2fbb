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
        "CheckPolicy",
        "Cluster",
        "Delta",
        "Destination",
        "Environment",
        "EnvironmentOf",
        "Exposure",
        "GitOps",
        "KubeObject",
        "Patch",
        "Pods",
        "SecretContract",
        "SecretSource",
        "SecretValue",
        "ServiceDefinition",
        "SyncPolicy",
        "SystemDefinition",
        "Traffic",
      ],
      "values": [
        "allowTraffic",
        "anyText",
        "atLeast",
        "automatic",
        "byHand",
        "defineChecks",
        "defineCluster",
        "defineEnvironment",
        "defineGitOps",
        "defineSecret",
        "defineService",
        "defineSystem",
        "disruptionBudget",
        "environmentSchema",
        "exactly",
        "expose",
        "exposure",
        "externalSecrets",
        "fromHelper",
        "harden",
        "hardenedPod",
        "integer",
        "labelValue",
        "listOf",
        "manual",
        "migration",
        "oneOf",
        "patch",
        "pem",
        "perService",
        "postgresUrl",
        "publicUrl",
        "publicValue",
        "quantity",
        "releaseLabel",
        "releaseLabels",
        "restrictedNamespace",
        "sealedSecret",
        "secretEnv",
        "sopsFile",
        "spreadOverNodes",
        "standardLabels",
        "startsWith",
        "tlsSecret",
        "url",
        "versionLabel",
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
