import { expect, test } from "vitest";
import { connections, type Endpoint, type Policy } from "./connections.ts";
import { rendered } from "./rendered.ts";

// The objects are compared field by field elsewhere. Here it is what comes out when they work together.

const ports = ["22/TCP", "53/TCP", "53/UDP", "80/TCP", "443/TCP", "3000/TCP", "3001/TCP", "5432/TCP", "8000/TCP"];
const internet = { name: "internet" };
const dns = { name: "dns", namespace: "kube-system", labels: { "k8s-app": "kube-dns" } };
const controller = { name: "controller", namespace: "traefik", labels: { "app.kubernetes.io/name": "traefik" } };

/** Pods that look like those which may connect, but are not. */
const strangers = [
  { name: "its neighbour", namespace: "traefik", labels: { app: "dashboard" } },
  { name: "its double", namespace: "default", labels: controller.labels },
  { name: "another namespace's frontend-web", namespace: "default", labels: { app: "frontend-web" } },
  { name: "another namespace's todo-frontend", namespace: "default", labels: { app: "todo-frontend" } },
];

/** What may connect to the pods of an environment, and they to what. */
function allowed(id: string): Record<string, string[]> {
  const objects = Object.entries(rendered(id));
  const own = objects.flatMap(([key, object]) => (key.startsWith("Deployment/") ? [podOf(object as Deployment)] : []));
  const policies = objects.flatMap(([key, object]) => (key.startsWith("NetworkPolicy/") ? [object as Policy] : []));
  const neighbour = { name: "unknown pod", namespace: own[0]!.namespace!, labels: { app: "unknown" } };
  const pairs = own.flatMap((pod) => [
    ...[...own.filter((other) => other !== pod), controller, ...strangers, neighbour, internet].map(
      (from): [Endpoint, Endpoint] => [from, pod],
    ),
    ...[dns, controller, neighbour, internet].map((to): [Endpoint, Endpoint] => [pod, to]),
  ]);
  return connections(policies, pairs, ports);
}

interface Deployment {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: { readonly template: { readonly metadata: { readonly labels: Record<string, string> } } };
}

function podOf({ metadata, spec }: Deployment): Endpoint {
  return { ...metadata, labels: spec.template.metadata.labels };
}

/** What is open to every host is open to pods too. */
function toAnywhere(pod: string, open: string[]): Record<string, string[]> {
  const others = ["controller", "unknown pod", "internet"].map((to) => [`${pod} -> ${to}`, open]);
  return { ...Object.fromEntries(others), [`${pod} -> dns`]: ["53/TCP", "53/UDP", ...open] };
}

test("todo-app in prod: these connections and no others", () => {
  expect(allowed("prod")).toEqual({
    "controller -> backend": ["8000/TCP"],
    "controller -> frontend-web": ["3000/TCP"],
    "controller -> frontend-chatbot": ["3001/TCP"],
    "frontend-web -> backend": ["8000/TCP"],
    "frontend-chatbot -> backend": ["8000/TCP"],
    ...toAnywhere("backend", ["443/TCP", "5432/TCP"]),
    ...toAnywhere("frontend-web", ["443/TCP"]),
    ...toAnywhere("frontend-chatbot", ["443/TCP"]),
  });
});

test("two-tier in prod: these connections and no others", () => {
  expect(allowed("two-tier/prod")).toEqual({
    "controller -> todo-frontend": ["3000/TCP"],
    "todo-frontend -> todo-backend": ["8000/TCP"],
    ...toAnywhere("todo-backend", ["5432/TCP"]),
    ...toAnywhere("todo-frontend", ["5432/TCP"]),
  });
});
