import type { Cases } from "./pods.ts";

/** The controls of `baseline`: pods that each admits and refuses. All have the rest of `restricted`. */
export const baseline: Readonly<Record<string, Cases>> = {
  "pss-app-armor": {
    admitted: {
      "none-set": {},
      "default-profile": { podContext: { appArmorProfile: { type: "RuntimeDefault" } } },
      "own-profile": { context: { appArmorProfile: { type: "Localhost", localhostProfile: "main" } } },
      "by-annotation": { annotations: { "container.apparmor.security.beta.kubernetes.io/main": "runtime/default" } },
    },
    refused: {
      pod: { podContext: { appArmorProfile: { type: "Unconfined" } } },
      container: { context: { appArmorProfile: { type: "Unconfined" } } },
      annotation: { annotations: { "container.apparmor.security.beta.kubernetes.io/main": "unconfined" } },
    },
  },
  "pss-capabilities": {
    admitted: { "bind-service": { context: { capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } } } },
    refused: {
      admin: { context: { capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE", "SYS_ADMIN"] } } },
      prefixed: { init: { capabilities: { drop: ["ALL"], add: ["CAP_CHOWN"] } } },
    },
  },
  "pss-host-namespaces": {
    admitted: { false: { spec: { hostNetwork: false, hostPID: false, hostIPC: false } } },
    refused: { all: { spec: { hostNetwork: true, hostPID: true, hostIPC: true } }, one: { spec: { hostPID: true } } },
  },
  "pss-host-path": {
    admitted: { other: { spec: { volumes: [{ name: "data", emptyDir: {} }] } } },
    refused: { logs: { spec: { volumes: [{ name: "logs", hostPath: { path: "/var/log" } }] } } },
  },
  "pss-host-ports": {
    admitted: { none: { container: { ports: [{ containerPort: 80 }] } } },
    refused: { one: { container: { ports: [{ containerPort: 81 }, { containerPort: 80, hostPort: 8080 }] } } },
  },
  "pss-privileged": {
    admitted: { false: { context: { privileged: false } } },
    refused: {
      container: { context: { privileged: true, allowPrivilegeEscalation: true } },
      init: { init: { privileged: true, allowPrivilegeEscalation: true } },
    },
  },
  "pss-probe-hosts": {
    admitted: { "no-host": { container: { livenessProbe: { httpGet: { port: 80, host: "" } } } } },
    refused: {
      probes: {
        container: {
          livenessProbe: { httpGet: { port: 80, host: "10.0.0.1" } },
          readinessProbe: { tcpSocket: { port: 80, host: "other" } },
          startupProbe: { httpGet: { port: 80, host: "127.0.0.1" } },
        },
      },
      hooks: {
        container: {
          lifecycle: {
            postStart: { httpGet: { port: 80, host: "10.0.0.2" } },
            preStop: { httpGet: { port: 80, host: "10.0.0.3" } },
          },
        },
      },
    },
  },
  "pss-proc-mount": {
    admitted: {
      default: { context: { procMount: "Default" } },
    },
    // No pod gets that far: without a user namespace the API server takes none with another procMount.
    refused: {},
  },
  "pss-seccomp": {
    admitted: {
      local: { podContext: { seccompProfile: { type: "Localhost", localhostProfile: "main.json" } } },
      container: { context: { seccompProfile: { type: "RuntimeDefault" } } },
    },
    refused: {
      pod: {
        podContext: { seccompProfile: { type: "Unconfined" } },
        context: { seccompProfile: { type: "RuntimeDefault" } },
      },
      unconfined: { context: { seccompProfile: { type: "Unconfined" } } },
    },
  },
  "pss-selinux": {
    admitted: {
      engine: { podContext: { seLinuxOptions: { type: "container_engine_t", level: "s0:c1,c2" } } },
      empty: { context: { seLinuxOptions: { type: "", user: "", role: "" } } },
    },
    refused: {
      type: { podContext: { seLinuxOptions: { type: "spc_t" } } },
      user: { context: { seLinuxOptions: { user: "system_u", role: "system_r" } } },
    },
  },
  "pss-sysctls": {
    admitted: {
      safe: {
        podContext: {
          sysctls: [
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.ping_group_range",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_rmem",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.tcp_wmem",
          ].map((name) => ({ name, value: "1" })),
        },
      },
    },
    refused: {
      unsafe: { podContext: { sysctls: [{ name: "kernel.msgmax", value: "65536" }] } },
      "safe-from-1-37": { podContext: { sysctls: [{ name: "net.ipv4.tcp_slow_start_after_idle", value: "0" }] } },
    },
  },
  "pss-windows-host-process": {
    admitted: {
      false: {
        bare: true,
        spec: { os: { name: "windows" } },
        podContext: { windowsOptions: { hostProcess: false }, runAsNonRoot: true },
      },
    },
    refused: {
      pod: {
        bare: true,
        spec: { os: { name: "windows" }, hostNetwork: true },
        podContext: { windowsOptions: { hostProcess: true }, runAsNonRoot: true },
      },
      container: {
        bare: true,
        spec: { os: { name: "windows" }, hostNetwork: true },
        podContext: { runAsNonRoot: true },
        context: { windowsOptions: { hostProcess: true } },
      },
    },
  },
};
