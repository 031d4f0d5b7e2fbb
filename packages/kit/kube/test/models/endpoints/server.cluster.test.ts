// Needs the control plane's programs: `pnpm test:cluster packages/kit/kube`. With RECORD=1 it writes what is recorded.
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { readRecording, writeRecording } from "../recorded/recording.ts";
import { startServer, type Server } from "../recorded/server.ts";
import { objects } from "./world.ts";

const file = join(import.meta.dirname, "recorded.json");

interface Slice {
  readonly metadata: { readonly labels: Readonly<Record<string, string>>; readonly namespace: string };
  readonly ports: readonly { name?: string; port?: number; protocol?: string }[] | null;
  readonly endpoints: readonly { conditions: { ready?: boolean }; targetRef?: { name: string } }[] | null;
}

test("the controller makes the endpoints that are recorded", { timeout: 240_000 }, async () => {
  await using server = await startServer(["controllers", "scheduler", "kwok"]);
  await server.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: "other" } });
  const capacity = { cpu: "64", memory: "64Gi", pods: "200" };
  await server.request("POST", "/api/v1/nodes", {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name: "n" },
    status: { capacity, allocatable: capacity },
  });
  for (const object of objects) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a refusal names its object
    const { status, body } = await server.apply(object);
    expect([object["kind"], status < 300 || body["message"]]).toEqual([object["kind"], true]);
  }
  let said = await endpointsIn(server);
  // Until nothing changes for some seconds.
  for (let same = 0; same < 6;) {
    // oxlint-disable-next-line no-await-in-loop -- polled
    await setTimeout(1000);
    // oxlint-disable-next-line no-await-in-loop -- polled
    const now = await endpointsIn(server);
    same = JSON.stringify(now) === JSON.stringify(said) ? same + 1 : 0;
    said = now;
  }
  if (process.env["RECORD"] === "1") writeRecording(file, said);
  expect(said).toEqual(readRecording(file));
});

/** Of each Service that has any, the workloads and ports: `http: web 8080`. */
async function endpointsIn(server: Server): Promise<Record<string, readonly string[]>> {
  const { body } = await server.request<{ items: readonly Slice[] }>("GET", "/apis/discovery.k8s.io/v1/endpointslices");
  const found = body.items.flatMap(({ metadata: { labels }, ports, endpoints }) => {
    const ready = (endpoints ?? []).filter(({ conditions }) => conditions.ready !== false);
    return ready.flatMap(({ targetRef }) =>
      (ports ?? []).map(({ name, port, protocol }) => ({
        service: labels["kubernetes.io/service-name"]!,
        text: `${name ?? ""}/${protocol}: ${targetRef?.name.split("-")[0]} ${port}`,
      })),
    );
  });
  const all = Map.groupBy(found, ({ service }) => service);
  const names = [...all.keys()].filter((name) => name !== "kubernetes").toSorted();
  return Object.fromEntries(
    names.map((name) => [name, [...new Set(all.get(name)!.map(({ text }) => text))].toSorted()]),
  );
}
