import { expect, test } from "vitest";
import { secretType } from "../../../src/checks/api-validity/secret-type.ts";
import { judge } from "../../judge.ts";
import { changed, type Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["secret", {}],
  ["secret", { type: "kubernetes.io/tls", stringData: { "tls.crt": "", "tls.key": "" } }],
  ["secret", { type: "kubernetes.io/tls", data: { "tls.crt": "", "tls.key": "" } }],
  ["secret", { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "{}" } }],
  ["secret", { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "null" } }],
  ["secret", { type: "kubernetes.io/dockercfg", stringData: { ".dockercfg": '{"a":1}' } }],
  ["secret", { type: "kubernetes.io/basic-auth", stringData: { username: "x" } }],
  ["secret", { type: "kubernetes.io/basic-auth", stringData: { password: "" } }],
  ["secret", { type: "kubernetes.io/ssh-auth", stringData: { "ssh-privatekey": "x" } }],
  [
    "secret",
    {
      type: "kubernetes.io/service-account-token",
      "metadata.annotations": { "kubernetes.io/service-account.name": "x" },
    },
  ],
  ["secret", { type: "bootstrap.kubernetes.io/token" }],
  ["secret", { type: "foo bar" }],
  ["secret", { type: "" }],
];

const refused: readonly Refused[] = [
  [
    ["secret", { type: "kubernetes.io/tls" }],
    "error Secret default/x data: a Secret of type kubernetes.io/tls has no tls.crt; add it, or correct the type",
    "error Secret default/x data: a Secret of type kubernetes.io/tls has no tls.key; add it, or correct the type",
  ],
  [
    ["secret", { type: "kubernetes.io/tls", stringData: { "tls.crt": "x" } }],
    "error Secret default/x data: a Secret of type kubernetes.io/tls has no tls.key; add it, or correct the type",
  ],
  [
    ["secret", { type: "kubernetes.io/dockerconfigjson" }],
    "error Secret default/x data: a Secret of type kubernetes.io/dockerconfigjson has no .dockerconfigjson; add it, or correct the type",
  ],
  [
    ["secret", { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "x" } }],
    'error Secret default/x data[".dockerconfigjson"]: the value of .dockerconfigjson is not a JSON object; write what `docker login` leaves in its config.json',
  ],
  [
    ["secret", { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "[]" } }],
    'error Secret default/x data[".dockerconfigjson"]: the value of .dockerconfigjson is not a JSON object; write what `docker login` leaves in its config.json',
  ],
  [
    ["secret", { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "" } }],
    'error Secret default/x data[".dockerconfigjson"]: the value of .dockerconfigjson is not a JSON object; write what `docker login` leaves in its config.json',
  ],
  [
    ["secret", { type: "kubernetes.io/dockercfg" }],
    "error Secret default/x data: a Secret of type kubernetes.io/dockercfg has no .dockercfg; add it, or correct the type",
  ],
  [
    ["secret", { type: "kubernetes.io/basic-auth" }],
    "error Secret default/x data: a Secret of type kubernetes.io/basic-auth has no username or password; add it, or correct the type",
  ],
  [
    ["secret", { type: "kubernetes.io/ssh-auth" }],
    "error Secret default/x data: a Secret of type kubernetes.io/ssh-auth has no ssh-privatekey; add it, or correct the type",
  ],
  [
    ["secret", { type: "kubernetes.io/ssh-auth", stringData: { "ssh-privatekey": "" } }],
    "error Secret default/x data: a Secret of type kubernetes.io/ssh-auth has no ssh-privatekey; add it, or correct the type",
  ],
  [
    ["secret", { type: "kubernetes.io/service-account-token" }],
    "error Secret default/x metadata.annotations: a Secret of type kubernetes.io/service-account-token has no annotation kubernetes.io/service-account.name; name the service account in it",
  ],
];

testVerdicts(secretType, taken, refused);

test("what SOPS has encrypted is not read, but its keys are", () => {
  const sops = { version: "3.11.0" };
  const encrypted = "ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]";
  const docker = { type: "kubernetes.io/dockerconfigjson", data: { ".dockerconfigjson": encrypted }, sops };
  expect(judge(secretType, changed(["secret", docker]))).toEqual([]);
  const ssh = { type: "kubernetes.io/ssh-auth", data: { "ssh-privatekey": encrypted }, sops };
  expect(judge(secretType, changed(["secret", ssh]))).toEqual([]);
  const tls = { type: "kubernetes.io/tls", data: { "tls.key": encrypted }, stringData: undefined, sops };
  expect(judge(secretType, changed(["secret", tls]))).toEqual([
    "error Secret default/x data: a Secret of type kubernetes.io/tls has no tls.crt; add it, or correct the type",
  ]);
});
