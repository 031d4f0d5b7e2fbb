import { configKey } from "../../../src/checks/api-validity/config-key.ts";
import type { Change } from "./objects.ts";
import { testVerdicts, type Refused } from "./test-verdicts.ts";

const taken: readonly Change[] = [
  ["configMap", {}],
  ["secret", {}],
  ["configMap", { data: { ".a": "c" } }],
  ["configMap", { binaryData: { b: "YQ==\n" } }],
  ["configMap", { binaryData: { b: null } }],
  ["configMap", { data: { a: null } }],
  ["secret", { data: { a: "YQ==" } }],
  ["secret", { data: { b: "" } }],
  ["secret", { type: "kubernetes.io/tls", stringData: { "tls.crt": "", "tls.key": "" } }],
  ["secret", { type: "kubernetes.io/tls", data: { "tls.crt": "", "tls.key": "" } }],
  ["secret", { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "{}" } }],
  ["secret", { type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "null" } }],
  ["secret", { type: "kubernetes.io/dockercfg", stringData: { ".dockercfg": '{"a":1}' } }],
  ["secret", { type: "kubernetes.io/basic-auth", stringData: { username: "x" } }],
  ["secret", { type: "kubernetes.io/basic-auth", stringData: { password: "" } }],
  ["secret", { type: "kubernetes.io/ssh-auth", stringData: { "ssh-privatekey": "x" } }],
];

const refused: readonly Refused[] = [
  [
    ["configMap", { data: { "a b": "c" } }],
    'error ConfigMap default/x data["a b"]: the key "a b" must consist of letters, digits, hyphens, underscores and dots; correct the key',
  ],
  [
    ["configMap", { data: { "..a": "c" } }],
    'error ConfigMap default/x data["..a"]: the key "..a" must not be a single dot, nor begin with two; correct the key',
  ],
  [
    ["configMap", { data: { "..": "c" } }],
    'error ConfigMap default/x data[".."]: the key ".." must not be a single dot, nor begin with two; correct the key',
  ],
  [
    ["configMap", { data: { ".": "c" } }],
    'error ConfigMap default/x data["."]: the key "." must not be a single dot, nor begin with two; correct the key',
  ],
  [
    ["configMap", { data: { "": "c" } }],
    'error ConfigMap default/x data[""]: the key "" must not be empty; correct the key',
  ],
  [
    ["configMap", { binaryData: { a: "YQ==" } }],
    'error ConfigMap default/x data.a: the key "a" is in binaryData too; remove one of them',
  ],
  [
    ["secret", { stringData: { "a b": "c" } }],
    'error Secret default/x stringData["a b"]: the key "a b" must consist of letters, digits, hyphens, underscores and dots; correct the key',
  ],
];

testVerdicts(configKey, taken, refused);
