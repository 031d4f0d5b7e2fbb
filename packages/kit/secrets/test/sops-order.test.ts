import { run } from "@kit/programs";
import { temporaryDirectory } from "@kit/testing";
import { describe, test } from "vitest";
import { orderText, reorderedKeys } from "../src/index.ts";

const encrypted = "ENC[AES256_GCM,data:YQ==,iv:YQ==,tag:YQ==,type:str]";

/** The order to write, by what the real kustomize makes of a Secret. */
async function orderOf(written: string): Promise<string> {
  using directory = temporaryDirectory({ "kustomization.yaml": "resources: [secret.yaml]\n", "secret.yaml": written });
  const { exitCode, stdout, stderr } = await run("kubectl", ["kustomize", directory.path], {});
  if (exitCode !== 0) throw new Error(stderr);
  return orderText(reorderedKeys(written, stdout));
}

const head = "apiVersion: v1\nkind: Secret\nmetadata: {name: mail, namespace: shop}\n";
const secret = (keys: readonly string[], more = ""): string =>
  `${head}stringData:\n${keys.map((key) => `  ${key}: ${encrypted}\n`).join("")}type: Opaque\nsops:\n  mac: x\n${more}  age: []\n`;

describe.concurrent("the order of a SOPS file", () => {
  test.for<[string, string, string]>([
    ["that kustomize writes itself", secret(["ALPHA", "ZED"]), ""],
    ["with keys that are not sorted", secret(["ZED", "ALPHA"]), "in stringData ALPHA, ZED"],
    [
      "as kustomize sorts: numbers first, and by their value",
      secret(["b10", "b2", "a", "_c", '"10"', '"2"', "B"]),
      "in stringData _c, 2, 10, B, a, b2, b10",
    ],
    [
      "with data, which comes before kind",
      secret(["A"]).replace("stringData", "data"),
      "at the top apiVersion, data, kind, metadata, type",
    ],
    [
      "with names that are not sorted",
      secret(["A"]).replace("{name: mail, namespace: shop}", "{namespace: shop, name: mail}"),
      "in metadata name, namespace",
    ],
    [
      "whose clear values are not signed",
      secret(["A"], "  mac_only_encrypted: true\n").replace("stringData", "data"),
      "",
    ],
    ["whose encrypted values are", secret(["B", "A"], "  mac_only_encrypted: true\n"), "in stringData A, B"],
  ])("%s", async ([, written, order], { expect }) => {
    expect(await orderOf(written)).toBe(order);
  });

  test("is not told of what is not YAML", ({ expect }) => {
    expect([reorderedKeys("{", head), reorderedKeys(head, "{"), reorderedKeys("", "")]).toEqual([[], [], []]);
  });
});
