import type { Cases } from "./pods.ts";

const windows = { bare: true, spec: { os: { name: "windows" } }, podContext: { runAsNonRoot: true } } as const;
const userNamespace = { hostUsers: false };

/** What `restricted` adds to `baseline`: pods that each control admits and refuses. `baseline` admits them all. */
export const restricted: Readonly<Record<string, Cases>> = {
  "pss-capabilities-restricted": {
    admitted: {
      dropped: { context: { capabilities: { drop: ["CHOWN", "ALL"], add: ["NET_BIND_SERVICE"] } } },
      windows,
    },
    refused: {
      kept: { context: { capabilities: { add: ["NET_BIND_SERVICE"] } } },
      some: { init: { capabilities: { drop: ["NET_RAW", "all"] } } },
      added: { context: { capabilities: { drop: ["ALL"], add: ["CHOWN", "NET_BIND_SERVICE"] } } },
    },
  },
  "pss-privilege-escalation": {
    admitted: { false: {}, windows },
    refused: {
      true: { context: { allowPrivilegeEscalation: true } },
      unset: { init: { allowPrivilegeEscalation: undefined } },
    },
  },
  "pss-proc-mount-restricted": {
    admitted: { default: { spec: userNamespace, context: { procMount: "Default" } } },
    refused: { unmasked: { spec: userNamespace, context: { procMount: "Unmasked" } } },
  },
  "pss-run-as-non-root": {
    admitted: {
      pod: {},
      containers: {
        podContext: { runAsNonRoot: undefined },
        context: { runAsNonRoot: true },
        init: { runAsNonRoot: true },
      },
      "user-namespace": { spec: userNamespace, podContext: { runAsNonRoot: false } },
    },
    refused: {
      nobody: { podContext: { runAsNonRoot: undefined }, init: {} },
      one: { podContext: { runAsNonRoot: undefined }, context: { runAsNonRoot: true }, init: {} },
      pod: { podContext: { runAsNonRoot: false }, context: { runAsNonRoot: true } },
      container: { context: { runAsNonRoot: false } },
      // The number says enough to a reader, and nothing to the API server.
      user: { podContext: { runAsNonRoot: undefined, runAsUser: 1000 } },
    },
  },
  "pss-run-as-user": {
    admitted: {
      other: { podContext: { runAsUser: 1 }, context: { runAsUser: 1000 } },
      "user-namespace": { spec: userNamespace, podContext: { runAsUser: 0 } },
    },
    refused: { pod: { podContext: { runAsUser: 0 }, context: { runAsUser: 1000 } }, init: { init: { runAsUser: 0 } } },
  },
  "pss-seccomp-restricted": {
    admitted: {
      containers: {
        podContext: { seccompProfile: undefined },
        context: { seccompProfile: { type: "Localhost", localhostProfile: "main.json" } },
      },
      windows,
    },
    refused: {
      nobody: { podContext: { seccompProfile: undefined }, init: {} },
      one: {
        podContext: { seccompProfile: undefined },
        context: { seccompProfile: { type: "RuntimeDefault" } },
        init: {},
      },
    },
  },
  "pss-volume-types": {
    admitted: {
      all: {
        spec: {
          volumes: [
            { name: "a", configMap: { name: "a" } },
            { name: "b", csi: { driver: "example.com" } },
            { name: "c", downwardAPI: {} },
            { name: "d", emptyDir: {} },
            { name: "e", ephemeral: { volumeClaimTemplate: { spec: claim() } } },
            { name: "f", image: { reference: "example.com/data:1" } },
            { name: "g", persistentVolumeClaim: { claimName: "g" } },
            { name: "h", projected: { sources: [] } },
            { name: "i", secret: { secretName: "i" } },
            { name: "j" },
          ],
        },
      },
    },
    refused: {
      nfs: { spec: { volumes: [{ name: "data", nfs: { server: "nfs", path: "/" } }] } },
      iscsi: {
        spec: {
          volumes: [{ name: "data", iscsi: { targetPortal: "10.0.0.1", iqn: "iqn.2001-04.com.example:a", lun: 0 } }],
        },
      },
    },
  },
};

function claim(): object {
  return { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } };
}
