import { temporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";
import { readObjects, requireSameObjects } from "../src/same-objects.ts";

const file = (replicas: number): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
spec:
  replicas: ${replicas}
`;
const service = "apiVersion: v1\nkind: Service\nmetadata: { name: cart }\n";

test("the same objects are the same in whatever files, key order and style", () => {
  using one = temporaryDirectory({
    "bases/cart/deployment-cart.yaml": `# A header.\n${file(2)}`,
    "bases/cart/service-cart.yaml": service,
    "bases/cart/kustomization.yaml": "kind: Kustomization\nresources: []\n",
  });
  using other = temporaryDirectory({
    "shop.k8s.yaml": `kind: Service\napiVersion: v1\nmetadata:\n  name: "cart"\n---\n${file(2)}`,
  });
  requireSameObjects(readObjects(one.path), readObjects(other.path), 2);
  expect([...readObjects(one.path).keys()].toSorted()).toEqual(["Deployment cart", "Service cart"]);
});

test("another value, a missing object and too few objects are refused", () => {
  using one = temporaryDirectory({ "cart.yaml": file(2) });
  using other = temporaryDirectory({ "cart.yaml": file(3) });
  using more = temporaryDirectory({ "cart.yaml": `${file(2)}---\n${service}` });
  const [objects, different, both] = [one, other, more].map(({ path }) => readObjects(path));
  expect(() => requireSameObjects(objects!, different!, 1)).toThrow("not the same objects: Deployment cart");
  expect(() => requireSameObjects(objects!, both!, 2)).toThrow("not the same objects: Service cart");
  expect(() => requireSameObjects(objects!, objects!, 2)).toThrow("1 objects were written instead of 2");
});
