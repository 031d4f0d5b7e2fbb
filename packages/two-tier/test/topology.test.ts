import { repositoryRoot, runScript } from "@kit/testing";
import { expect, test } from "vitest";

// "Resource Relationships" of the specification, arrow by arrow; the database outside is known by its Secret's contract.
const graph = [
  "Secret todo-backend-secret → Deployment todo-backend",
  "ConfigMap todo-backend-config → Deployment todo-backend",
  "Deployment todo-backend → Service todo-backend",
  "Secret todo-frontend-secret → Deployment todo-frontend",
  "Deployment todo-frontend → Service todo-frontend",
  "Deployment todo-frontend → Service todo-backend",
  "Service todo-frontend → user",
  "Deployment todo-backend → PostgreSQL",
  "Deployment todo-frontend → PostgreSQL",
];

test("dev is shown as the specification draws it", async () => {
  const { stdout } = await runScript("topology", { cwd: repositoryRoot, args: ["two-tier/dev", "--json"] });
  const { nodes, edges } = JSON.parse(stdout) as {
    nodes: { id: string; kind: string; name: string }[];
    edges: { from: string; to: string }[];
  };
  const nameOf = new Map(nodes.map(({ id, kind, name }) => [id, `${kind} ${name}`.trim()]));
  const shown = edges.map(({ from, to }) => `${nameOf.get(from)} → ${nameOf.get(to)}`);
  expect(graph.filter((arrow) => !shown.includes(arrow))).toEqual([]);
});
