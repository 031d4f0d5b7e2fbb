import { probes } from "@kit/model";
import { expect, test } from "vitest";

const health = { httpGet: { path: "/healthz", port: "http" } };
const timing = { periodSeconds: 10, timeoutSeconds: 3 };

test("a container is asked whether it lives, and less patiently whether it is ready", () => {
  expect(probes(health)).toEqual({
    livenessProbe: { ...health, ...timing, failureThreshold: 6 },
    readinessProbe: { ...health, ...timing, failureThreshold: 3 },
  });
});

test("readiness may be asked differently", () => {
  const { livenessProbe, readinessProbe } = probes(
    { tcpSocket: { port: 5432 } },
    { exec: { command: ["pg_isready"] } },
  );
  expect(livenessProbe?.tcpSocket).toEqual({ port: 5432 });
  expect(readinessProbe).toEqual({ exec: { command: ["pg_isready"] }, ...timing, failureThreshold: 3 });
});
