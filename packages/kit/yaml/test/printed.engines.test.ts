// Needs a kustomize: `pnpm test:engines` names it in the environment.
import { spawnSync } from "node:child_process";
import { temporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";
import { readAsKubectl, readAsKustomize, type DataMap } from "../src/index.ts";
import { scalars } from "./forms/scalars.ts";

test.each(["KUSTOMIZE_PINNED", "KUSTOMIZE_OLDEST"])(
  "every text that %s prints is the same text to kubectl",
  (kustomize) => {
    const texts = [...scalars, ...scalars.map((text) => `${text}\n${text}\n`)].filter((text) => isPrintable(text));
    const data = Object.fromEntries(texts.map((text, index) => [`k${index}`, text]));
    using directory = temporaryDirectory({
      "kustomization.yaml": "resources: [a.json]\n",
      "a.json": JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data }),
    });
    const { stdout, stderr } = spawnSync(process.env[kustomize]!, ["build", directory.path], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect((readAsKubectl(stdout)[0]!.data as DataMap)["data"]).toEqual(data);
    // To kustomize itself, all but these.
    const own = (readAsKustomize(stdout)[0]!.data as DataMap)["data"] as DataMap;
    expect(
      Object.keys(data)
        .filter((key) => own[key] !== data[key])
        .map((key) => data[key]),
    ).toEqual(["0o-7", "0o+7"]);
  },
);

/** JSON can hold more than YAML, which kustomize reads it as. NEL it prints as it is, which makes a space of it. */
function isPrintable(text: string): boolean {
  return !text.includes("\u0085") && readAsKustomize(`k: ${JSON.stringify(text)}\n`)[0]?.refusal === undefined;
}
