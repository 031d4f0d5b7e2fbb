import { expect, test } from "vitest";
import { isEncrypted, plainSecretReason } from "../src/index.ts";

const encrypted = "ENC[AES256_GCM,data:xw==,iv:ZwZkYOoRbNg1xZH5eNZzWw==,tag:GjCIlpoOQOxu3b3bM/aCXw==,type:str]";

test("a value that SOPS has encrypted", () => {
  expect([encrypted, encrypted.replace("xw==", "")].map(isEncrypted)).toEqual([true, true]);
  const others = [
    "ENC[hunter2]",
    "ENC[AES256_GCM,data:hunter 2!,iv:aa==,tag:aa==,type:str]",
    `${encrypted} hunter2`,
    `hunter2 ${encrypted}`,
    `${encrypted}\n`,
    "hunter2",
    "",
    undefined,
    7,
  ];
  expect(others.filter(isEncrypted)).toEqual([]);
});

test("why a Secret may not be in the repository", () => {
  const sops = { mac: encrypted };
  const annotations = { "kubectl.kubernetes.io/last-applied-configuration": '{"data":{"TOKEN":"aHVudGVyMg=="}}' };
  const reasons = [
    { data: { TOKEN: encrypted }, stringData: { KEY: encrypted }, sops },
    { data: { TOKEN: "aHVudGVyMg==", KEY: encrypted }, stringData: { PASSWORD: "hunter2" }, sops },
    { stringData: { TOKEN: encrypted } },
    { stringData: { TOKEN: encrypted }, sops: null },
    { metadata: { annotations }, stringData: { TOKEN: encrypted }, sops },
    { metadata: { name: "empty" } },
  ].map(plainSecretReason);
  expect(reasons).toEqual([
    undefined,
    "SOPS has not encrypted TOKEN, PASSWORD",
    "it has no sops block",
    "it has no sops block",
    "its annotation kubectl.kubernetes.io/last-applied-configuration repeats its values",
    "it has no sops block",
  ]);
});
