import { allowedConnections, objectsOf, toAnywhere } from "@kit/testing/rendered";
import { expect, test } from "vitest";
import { deployments } from "./facts.ts";

// The objects are compared field by field elsewhere. Here it is what comes out when they work together.

test("todo-app in prod: these connections and no others", () => {
  const objects = objectsOf("prod", { system: "todo-app", services: Object.keys(deployments) });
  expect(allowedConnections(objects, ["frontend-web"])).toEqual({
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
