import { expect, test } from "vitest";
import { check } from "../src/check.ts";
import { noEnvironment } from "../src/no-environment.ts";
import { pathText } from "../src/path-text.ts";
import { readManifests } from "../src/read-manifests.ts";
import { toldOf } from "../src/standing.ts";
import { readCorpus } from "./oracle/read-corpus.ts";

/** Checks that are told of one place together, each of which is a gap of its own: fixing one leaves the other. */
const apart: readonly (readonly [one: string, other: string, why: string])[] = [
  ["duplicate-list-key", "service-port", "a key that is there twice, and a port without a name"],
  ["host-namespace", "pss-host-namespaces", "two that exclude each other, and one that shares the node's"],
  ["host-port", "pss-host-ports", "another port of the node is one of the node's all the same"],
  ["ingress-host", "ingress-tls", "for which host, and whether it is encrypted"],
  ["ingress-rule", "ingress-host", "a rule that is refused, and a host that everybody may have"],
  ["ingress-rule", "ingress-tls", "a host that is refused is not encrypted when it is corrected"],
  ["pod-os", "high-uid", "Windows has no users of numbers, and Linux has another"],
  ["resource-limit", "resources-missing", "claims that are refused, and amounts that are missing"],
  ["security-context", "pss-proc-mount", "what two fields exclude, and what one of them allows"],
  ["sysctl", "pss-sysctls", "what the pod may not set, and what no pod should"],
];

test("two checks say of one place what are two gaps, or one stands for the other", () => {
  const known = new Set(apart.map(([one, other]) => [one, other].toSorted().join(" and ")));
  const together = readCorpus().flatMap(({ text, file, name }) => {
    const { objects } = readManifests(text, "stdin");
    const found = toldOf(check([{ ...noEnvironment, objects }], { today: "2026-01-31" }));
    const places = Map.groupBy(found, (one) =>
      [one.document, pathText(one.within ?? []), pathText(one.path)].join("\n"),
    );
    return [...places.values()].flatMap((all) => {
      const ids = [...new Set(all.map((one) => one.check))].toSorted();
      const pairs = ids.flatMap((one, at) => ids.slice(at + 1).map((other) => `${one} and ${other}`));
      return pairs.filter((pair) => !known.has(pair)).map((pair) => `${pair}: ${file}, ${name}`);
    });
  });
  expect(together).toEqual([]);
});
