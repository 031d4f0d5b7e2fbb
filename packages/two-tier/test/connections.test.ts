import { allowedConnections, objectsOf, toAnywhere } from "@kit/testing/rendered";
import { expect, test } from "vitest";
import { services } from "./facts.ts";

// The objects are compared field by field elsewhere. Here it is what comes out when they work together.

test("two-tier in prod: these connections and no others", () => {
  const objects = objectsOf("two-tier/prod", { system: "two-tier", services: Object.keys(services) });
  expect(allowedConnections(objects, ["todo-frontend"])).toEqual({
    "controller -> todo-frontend": ["3000/TCP"],
    "todo-frontend -> todo-backend": ["8000/TCP"],
    ...toAnywhere("todo-backend", ["5432/TCP"]),
    ...toAnywhere("todo-frontend", ["5432/TCP"]),
  });
});
