import { join } from "node:path";
import { serviceEndpoints } from "@kit/kube";
import { expect, test } from "vitest";
import { readRecording } from "../recorded/recording.ts";
import { objects } from "./world.ts";

const recorded = readRecording<readonly string[]>(join(import.meta.dirname, "recorded.json"));

test("who answers behind each port is whom the real controller lists", () => {
  const said = serviceEndpoints(objects).flatMap(({ name, ports }): [string, string[]][] => {
    const texts = ports.flatMap((port) =>
      port.targets.map((target) => `${port.name}/${port.protocol}: ${target.by.split(" ")[1]} ${target.port}`),
    );
    return texts.length === 0 ? [] : [[name, texts.toSorted()]];
  });
  expect(Object.fromEntries(said)).toEqual(recorded);
});

test("what people write for a Service without a selector counts, by the names of ports", () => {
  const metadata = { name: "a", namespace: "shop" };
  const service = {
    apiVersion: "v1",
    kind: "Service",
    metadata,
    spec: {
      ports: [
        { name: "http", port: 80 },
        { name: "other", port: 81 },
      ],
    },
  };
  const slice = {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { name: "a-1", namespace: "shop", labels: { "kubernetes.io/service-name": "a" } },
    addressType: "IPv4",
    ports: [{ name: "http", port: 8080 }],
    endpoints: [{ addresses: ["192.0.2.1"] }],
  };
  const unready = { ...slice, endpoints: [{ addresses: ["192.0.2.1"], conditions: { ready: false } }] };
  const endpoints = {
    apiVersion: "v1",
    kind: "Endpoints",
    metadata,
    subsets: [{ addresses: [{ ip: "192.0.2.1" }], ports: [{ name: "other", port: 9 }] }],
  };
  expect(serviceEndpoints([service, slice, endpoints])).toMatchSnapshot("with both");
  expect(serviceEndpoints([service, unready]).map(({ type }) => type)).toEqual(["nowhere"]);
});
