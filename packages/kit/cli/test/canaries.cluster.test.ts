import { expect, test } from "vitest";
import { asMap, exitCode, nameOf, said, secrets, seed } from "./canaries.ts";
import { planted } from "./planted.ts";

// The API server repeats what it refuses, and the rehearsal what it deploys.
test(`what is generated, changed by hand, before a cluster of this machine, seed ${seed}`, async () => {
  using copy = planted();
  const deployment = "generated/rendered/dev/18-deployment-backend.yaml";
  const values = secrets.map(({ value }) => JSON.stringify(value));
  const labels = values.map((value, at) => `        a${at}: ${value}\n`).join("");
  const fields = secrets.map((one, at) => `${nameOf(one, at)}: ${values[at]}\n`).join("");
  copy.edit(deployment, "      labels:\n", `      labels:\n${labels}`);
  copy.edit(deployment, "imagePullPolicy: IfNotPresent", `imagePullPolicy: ${values[1]}`);
  copy.edit(
    "generated/rendered/dev/10-configmap-backend-config.yaml",
    "data:\n",
    `${fields}more: { ${asMap} }\ndata:\n`,
  );
  const ran = await copy.run([
    "verify dev",
    "verify dev --json",
    "rehearse dev --json",
    "review HEAD --rehearse --json",
  ]);
  expect(copy.traces(ran, secrets)).toEqual([]);
  expect(exitCode(ran, "verify dev")).toBe(1);
  expect(said(ran, "verify dev")).toContain("***");
}, 300_000);
