import { repositoryRoot, runScript } from "@kit/testing";
import { expect, test } from "vitest";

// "Relationships & Dependencies" of the specification, arrow by arrow.
const graph = [
  "app-secrets → backend: BETTER_AUTH_SECRET, DATABASE_URL, OPENAI_API_KEY",
  "backend-config → backend: FRONTEND_URL, LOG_LEVEL",
  "backend → backend-service: app=backend",
  "frontend-web-config → frontend-web: NEXT_PUBLIC_API_URL",
  "app-secrets → frontend-web: BETTER_AUTH_SECRET",
  "frontend-web → frontend-web-service: app=frontend-web",
  "frontend-chatbot-config → frontend-chatbot: VITE_API_URL",
  "app-secrets → frontend-chatbot: OPENAI_API_KEY",
  "frontend-chatbot → frontend-chatbot-service: app=frontend-chatbot",
  "frontend-web-service → user: node port 30000",
  "frontend-chatbot-service → user: node port 30001",
  "user → backend-service: NEXT_PUBLIC_API_URL, VITE_API_URL",
];

test("dev is shown as the specification draws it", async () => {
  const { stdout } = await runScript("topology", { cwd: repositoryRoot, args: ["dev", "--json"] });
  const { nodes, edges } = JSON.parse(stdout) as {
    nodes: { id: string; name: string }[];
    edges: { from: string; to: string; labels: string[] }[];
  };
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
  const shown = new Map(edges.map(({ from, to, labels }) => [`${nameOf.get(from)} → ${nameOf.get(to)}`, labels]));
  const missing = graph.filter((arrow) => {
    const [way, labels] = arrow.split(": ") as [string, string];
    return !labels.split(", ").every((label) => shown.get(way)?.includes(label));
  });
  expect(missing).toEqual([]);
});
