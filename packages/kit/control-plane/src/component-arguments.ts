import { certificateFile, files, rate } from "./credentials.ts";
import type { ProgramName } from "./programs.ts";

/** What the components are told. Files are relative: every component starts in the temporary directory. */
export interface Settings {
  /** The API server's, on the loopback interface. */
  readonly port: number;
  /** The file of kwok's stages, where kwok runs. */
  readonly stages: string | undefined;
  /** What runs. */
  readonly programs: readonly ProgramName[];
}

// A socket in the temporary directory: no port that could be taken, and no other user gets at it. etcd wants a port in it.
const etcd = "unix://etcd.sock:1";
const etcdPeer = "unix://etcd-peer.sock:1";

/** How many objects of a kind a controller works on at once: each mostly waits for the API server. */
const workers = 20;

const byProgram: Record<ProgramName, (settings: Settings) => string[]> = {
  etcd: () => [
    "--name=etcd",
    "--data-dir=etcd",
    `--listen-client-urls=${etcd}`,
    `--advertise-client-urls=${etcd}`,
    `--listen-peer-urls=${etcdPeer}`,
    `--initial-advertise-peer-urls=${etcdPeer}`,
    `--initial-cluster=etcd=${etcdPeer}`,
    // The data does not outlive the process.
    "--unsafe-no-fsync",
    // It elects itself, alone; by default it waits a second before.
    "--heartbeat-interval=10",
    "--election-timeout=100",
    "--log-level=warn",
  ],
  "kube-apiserver": ({ port, programs }) => [
    `--etcd-servers=${etcd}`,
    `--secure-port=${port}`,
    "--bind-address=127.0.0.1",
    // Without these two it looks for another interface, and a machine that is offline may have none.
    "--advertise-address=127.0.0.1",
    "--endpoint-reconciler-type=none",
    `--cert-dir=${files.certificates}`,
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${files.serviceAccountKey}`,
    `--service-account-signing-key-file=${files.serviceAccountKey}`,
    "--service-cluster-ip-range=10.96.0.0/16",
    `--token-auth-file=${files.tokens}`,
    "--authorization-mode=RBAC",
    "--anonymous-auth=false",
    "--allow-privileged",
    // All who ask are this caller's own.
    "--enable-priority-and-fairness=false",
    // It taints every new Node until the controller-manager sees that it is ready. Without one nothing would be placed.
    ...(programs.includes("kube-controller-manager") ? [] : ["--disable-admission-plugins=TaintNodesByCondition"]),
  ],
  kwok: ({ stages }) => [`--kubeconfig=${files.kubeconfig}`, `--config=${stages}`, "--manage-all-nodes=true"],
  // Port 0: it serves nothing.
  "kube-scheduler": () => [`--config=${files.schedulerConfig}`, "--secure-port=0"],
  "kube-controller-manager": () => [
    `--kubeconfig=${files.kubeconfig}`,
    "--secure-port=0",
    "--leader-elect=false",
    `--kube-api-qps=${rate}`,
    `--kube-api-burst=${rate}`,
    // By default 5 of each: hundreds of workloads that change at once wait for each other's answers.
    ...["deployment", "replicaset", "statefulset", "service-endpoint"].map(
      (kind) => `--concurrent-${kind}-syncs=${workers}`,
    ),
    // Nobody here reads what it writes: the EndpointSlices have the same.
    "--controllers=*,-endpoints-controller",
    `--root-ca-file=${certificateFile}`,
    `--service-account-private-key-file=${files.serviceAccountKey}`,
  ],
};

/** The command line of a component. */
export function componentArguments(name: ProgramName, settings: Settings): string[] {
  return byProgram[name](settings);
}
