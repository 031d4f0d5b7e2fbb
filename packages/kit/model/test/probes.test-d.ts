import { probes } from "@kit/model";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";

// What it returns is a part of a container.
new Deployment({
  spec: {
    selector: {},
    template: {
      spec: { containers: [{ name: "web", ...probes({ grpc: { port: 9000 } }, { exec: { command: ["ok"] } }) }] },
    },
  },
});

// @ts-expect-error A handler that Kubernetes does not have.
probes({ http: { path: "/", port: 80 } });
// @ts-expect-error How often it asks is not what it does.
probes({ tcpSocket: { port: 80 }, periodSeconds: 1 });
