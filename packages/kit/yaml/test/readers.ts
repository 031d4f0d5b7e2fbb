import { readAsKubectl, readAsKustomize, readKustomization } from "../src/index.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

/** Our readers, each with the judge that it is held to: its program in the environment, and the program's arguments. */
export const readers = {
  kubectl: {
    program: "YAML_KUBECTL",
    args: [],
    read: (file: Uint8Array): Verdict => verdictOf(readAsKubectl(file), 2),
  },
  kustomize: {
    program: "YAML_KUSTOMIZE",
    args: ["resources"],
    read: (file: Uint8Array): Verdict => verdictOf(readAsKustomize(file), 3),
  },
  kustomization: {
    program: "YAML_KUSTOMIZE",
    args: ["kustomization"],
    read: (file: Uint8Array): Verdict => {
      const document = readKustomization(file);
      return document === undefined ? { documents: [null] } : verdictOf([document], 2);
    },
  },
} as const;

export type ReaderName = keyof typeof readers;
export const readerNames = Object.keys(readers) as ReaderName[];
