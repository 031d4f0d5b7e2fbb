// Needs the control plane's programs: `pnpm test:cluster packages/kit/kube`. With RECORD=1 it writes what is recorded.
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { AccessRequest } from "@kit/kube";
import { expect, test } from "vitest";
import { readRecording, writeRecording } from "../recorded/recording.ts";
import { startServer, type Server } from "../recorded/server.ts";
import { objects, requests, subjects } from "./world.ts";

const file = join(import.meta.dirname, "recorded.json");

test("the server allows what is recorded", async () => {
  await using server = await startServer(["controllers"]);
  for (const object of objects) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a refusal names its object
    const { status, body } = await server.apply(object);
    expect([object["kind"], status < 300 || body["message"]]).toEqual([object["kind"], true]);
  }
  // A controller gathers the rules of roles by their labels, and the server reads roles from its cache.
  const gathered = { verb: "watch", group: "apps", resource: "deployments" };
  while (!(await isAllowed(server, subjects[6]!, gathered))) await setTimeout(100);
  const said: Record<string, string> = {};
  for (const subject of subjects) {
    // oxlint-disable-next-line no-await-in-loop -- 16 at once are answered as soon as all
    const answers = await Promise.all(requests.map((request) => isAllowed(server, subject, request)));
    said[subject.name] = answers.map((one) => (one ? "y" : "n")).join("");
  }
  if (process.env["RECORD"] === "1") writeRecording(file, said);
  expect(said).toEqual(readRecording(file));
});

async function isAllowed(
  server: Server,
  subject: (typeof subjects)[number],
  { url, verb, resource = "", ...request }: AccessRequest,
): Promise<boolean> {
  const { kind, name, namespace } = subject;
  const [type, subresource] = resource.split("/");
  const groups =
    kind === "ServiceAccount"
      ? ["system:serviceaccounts", `system:serviceaccounts:${namespace}`, "system:authenticated"]
      : ["system:authenticated"];
  const spec = {
    user: kind === "ServiceAccount" ? `system:serviceaccount:${namespace}:${name}` : name,
    groups,
    ...(url === undefined
      ? { resourceAttributes: { verb, resource: type, ...(subresource && { subresource }), ...request } }
      : { nonResourceAttributes: { verb, path: url } }),
  };
  const review = { apiVersion: "authorization.k8s.io/v1", kind: "SubjectAccessReview", spec };
  const { body } = await server.request<{ status: { allowed: boolean } }>(
    "POST",
    "/apis/authorization.k8s.io/v1/subjectaccessreviews",
    review,
  );
  return body.status.allowed;
}
