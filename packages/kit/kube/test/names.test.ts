import { expect, test } from "vitest";
import {
  configKeyProblem,
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  domainPathProblem,
  environmentVariableProblem,
  labelValueProblem,
  pathSegmentProblem,
  portNameProblem,
  qualifiedNameProblem,
  relaxedDnsSubdomainProblem,
} from "../src/names/index.ts";

const rules = {
  configKeyProblem,
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  domainPathProblem,
  environmentVariableProblem,
  labelValueProblem,
  pathSegmentProblem,
  portNameProblem,
  qualifiedNameProblem,
  relaxedDnsSubdomainProblem,
};

const long = (length: number): string => "a".repeat(length);

test.for<[keyof typeof rules, readonly string[], readonly string[]]>([
  ["configKeyProblem", ["a", ".a", "A_b-c.d", long(253)], ["", ".", "..", "..a", "a b", "a/b", long(254)]],
  ["dns1035LabelProblem", ["a", "a-1", long(63)], ["", "1a", "a-", "A", "a.b", long(64)]],
  ["dnsLabelProblem", ["a", "1", "a--1", long(63)], ["", "-a", "a-", "A", "a.b", "a_b", long(64)]],
  ["dnsSubdomainProblem", ["a", "1.2", "a-b.c", long(253)], ["", ".a", "a.", "a..b", "a.-b", "A", long(254)]],
  ["environmentVariableProblem", ["a", "1", " ", "a:b-c.d/e"], ["", "=", "a=b", "a\tb", "ü"]],
  ["labelValueProblem", ["", "a", "A_b.c-1", long(63)], ["-a", "a-", "a b", "a/b", long(64)]],
  ["domainPathProblem", ["a.b/c", "a/b/c"], ["", "a", "/a", "a/", "A/b", "a/b c"]],
  ["pathSegmentProblem", ["", "a", "system:node", "...", "A b"], [".", "..", "a/b", "50%"]],
  ["portNameProblem", ["a", "1a", "a-b", long(15)], ["", "80", "A", "a--b", "-a", "a-", "a_b", long(16)]],
  ["qualifiedNameProblem", ["a", "A_b.c", "a.b/C", long(63)], ["", "/a", "a/", "A/b", "a/b/c", "-a", long(64)]],
  ["relaxedDnsSubdomainProblem", ["a", "_tcp.a", "a_b"], ["", "a_", "__a", "a..b", long(254)]],
])("%s", ([rule, taken, refused]) => {
  expect(taken.filter((text) => rules[rule](text) !== undefined)).toEqual([]);
  expect(refused.filter((text) => rules[rule](text) === undefined)).toEqual([]);
});
