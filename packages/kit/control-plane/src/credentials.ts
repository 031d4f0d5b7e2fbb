import { generateKeyPairSync, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** The names of the files that components are given; all of them start in the temporary directory. */
export const files = {
  certificates: "certificates",
  kubeconfig: "kubeconfig",
  schedulerConfig: "scheduler.json",
  serviceAccountKey: "service-account.key",
  tokens: "tokens.csv",
} as const;

/** Where the API server puts the certificate that it makes, with the certificate of the CA that signed it. */
export const certificateFile = join(files.certificates, "apiserver.crt");

/** Writes a fresh key for the tokens of service accounts and a fresh token of an administrator, which is returned. */
export function writeCredentials(directory: string): string {
  const { privateKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    privateKeyEncoding: { type: "sec1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const token = randomBytes(24).toString("hex");
  writeFileSync(join(directory, files.serviceAccountKey), privateKey);
  writeFileSync(join(directory, files.tokens), `${token},admin,admin,system:masters\n`);
  return token;
}

/** Writes what kubectl and the components reach the API server by. JSON is YAML. */
export function writeKubeconfig(directory: string, url: string, ca: string, token: string): void {
  const authority = Buffer.from(ca).toString("base64");
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "control-plane", cluster: { server: url, "certificate-authority-data": authority } }],
    users: [{ name: "admin", user: { token } }],
    contexts: [{ name: "control-plane", context: { cluster: "control-plane", user: "admin" } }],
    "current-context": "control-plane",
  };
  writeFileSync(join(directory, files.kubeconfig), `${JSON.stringify(config, undefined, 2)}\n`);
  // The scheduler has no flag for its rate, and 50 requests a second make it wait on a few hundred Pods.
  const scheduler = {
    apiVersion: "kubescheduler.config.k8s.io/v1",
    kind: "KubeSchedulerConfiguration",
    leaderElection: { leaderElect: false },
    clientConnection: { kubeconfig: files.kubeconfig, qps: rate, burst: rate },
  };
  writeFileSync(join(directory, files.schedulerConfig), JSON.stringify(scheduler));
}

/** Requests a second that a component may make. */
export const rate = 1000;
