import { defineStation, input } from "@kit/station";
import { overwritten, type Below } from "./overwritten.ts";
import { prove, type ToProve } from "./prove.ts";

/** From an environment as it is to be and as kustomize has rendered it to what differs without a declaration. */
export const proveStation = defineStation({
  name: "prove",
  scope: "environment",
  inputs: {
    id: input<string>("the environment's id"),
    file: input<string>("its overlay's kustomization, from the repository's root"),
    expected: input<ToProve["expected"]>("each object as it is to be"),
    rendered: input<ToProve["rendered"]>("each object as kustomize has rendered it"),
    layers: input<ToProve["layers"]>("the kustomizations that the overlay consists of, and what they name"),
  },
  result: "what is wrong, and which objects cannot be proved",
  run: prove,
});

/** From what an overlay puts its component over to what the component overwrites there. */
export const belowStation = defineStation({
  name: "prove-below",
  scope: "environment",
  inputs: {
    id: input<string>("the environment's id"),
    expected: input<Below["expected"]>("each object as it is to be"),
    rendered: input<Below["rendered"]>("what kustomize renders of what lies below the component"),
    layers: input<Below["layers"]>("the kustomizations that the overlay consists of, and what they name"),
    component: input<Below["component"]>("what the component does to each of those, and in which file"),
  },
  result: "what is changed in both",
  run: overwritten,
});
