import { textOfBase64 } from "../../base64.ts";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import type { View } from "../../view/index.ts";

export const secretType = objectCheck({
  id: "secret-type",
  group: "api-validity",
  severity: "error",
  title: "a Secret has not what its type asks for",
  kinds: ["Secret"],
  run: (object, report) => {
    const { type = "Opaque" } = object.data;
    const account = "kubernetes.io/service-account.name";
    if (type === "kubernetes.io/service-account-token" && !object.annotations[account]) {
      const message = `a Secret of type ${type} has no annotation ${account}`;
      report({ path: ["metadata", "annotations"], message, fix: "name the service account in it" });
    }
    for (const key of Object.hasOwn(keysOf, type) ? keysOf[type]! : []) {
      if (!has(object, key)) reportMissing(type, key, report);
    }
    if (type === "kubernetes.io/basic-auth" && !has(object, "username") && !has(object, "password")) {
      reportMissing(type, "username or password", report);
    }
    // What SOPS has encrypted is decrypted before it reaches the API server.
    if (object.raw["sops"] !== undefined) return;
    if (type === "kubernetes.io/ssh-auth" && (textOf(object, sshKey) ?? "") === "") reportMissing(type, sshKey, report);
    const docker = dockerKeys[type];
    const text = docker === undefined ? undefined : textOf(object, docker);
    if (text === undefined || isJsonMap(text)) return;
    const message = `the value of ${docker} is not a JSON object`;
    report({ path: ["data", docker!], message, fix: "write what `docker login` leaves in its config.json" });
  },
});

const sshKey = "ssh-privatekey";

const dockerKeys: Readonly<Record<string, string>> = {
  "kubernetes.io/dockercfg": ".dockercfg",
  "kubernetes.io/dockerconfigjson": ".dockerconfigjson",
};

const keysOf: Readonly<Record<string, readonly string[]>> = {
  "kubernetes.io/tls": ["tls.crt", "tls.key"],
  "kubernetes.io/dockercfg": [".dockercfg"],
  "kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
};

function reportMissing(type: string, key: string, report: ReportFinding): void {
  report({ path: ["data"], message: `a Secret of type ${type} has no ${key}`, fix: "add it, or correct the type" });
}

function has({ data: { data = {}, stringData = {} } }: View<"Secret">, key: string): boolean {
  return Object.hasOwn(data, key) || Object.hasOwn(stringData, key);
}

/** Undefined where the key is not there, or its value is encrypted or no base64. */
function textOf({ data: { data = {}, stringData = {} } }: View<"Secret">, key: string): string | undefined {
  return stringData[key] ?? textOfBase64(data[key] ?? "-");
}

function isJsonMap(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value);
  } catch {
    return false;
  }
}
