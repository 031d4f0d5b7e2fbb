import { expect, test } from "vitest";
import { configKeyProblem } from "../../src/syntax/config-key.ts";
import {
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  relaxedDnsSubdomainProblem,
} from "../../src/syntax/dns.ts";
import { environmentVariableProblem } from "../../src/syntax/environment-variable.ts";
import { descendingPathProblem, noStepsBackProblem, volumeFilePathProblem } from "../../src/syntax/file-path.ts";
import { labelValueProblem } from "../../src/syntax/label-value.ts";
import { portNameProblem } from "../../src/syntax/port-name.ts";
import { qualifiedNameProblem } from "../../src/syntax/qualified-name.ts";

const rules = {
  configKeyProblem,
  descendingPathProblem,
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  environmentVariableProblem,
  labelValueProblem,
  noStepsBackProblem,
  portNameProblem,
  qualifiedNameProblem,
  relaxedDnsSubdomainProblem,
  volumeFilePathProblem,
};

const long = (length: number): string => "a".repeat(length);

test.for<[keyof typeof rules, readonly string[], readonly string[]]>([
  ["configKeyProblem", ["a", ".a", "A_b-c.d", long(253)], ["", ".", "..", "..a", "a b", "a/b", long(254)]],
  ["descendingPathProblem", ["", "a", "a/..b"], ["/a", "..", "../a", "a/../b"]],
  ["dns1035LabelProblem", ["a", "a-1", long(63)], ["", "1a", "a-", "A", "a.b", long(64)]],
  ["dnsLabelProblem", ["a", "1", "a--1", long(63)], ["", "-a", "a-", "A", "a.b", "a_b", long(64)]],
  ["dnsSubdomainProblem", ["a", "1.2", "a-b.c", long(253)], ["", ".a", "a.", "a..b", "a.-b", "A", long(254)]],
  ["environmentVariableProblem", ["a", "1", " ", "a:b-c.d/e"], ["", "=", "a=b", "a\tb", "ü"]],
  ["labelValueProblem", ["", "a", "A_b.c-1", long(63)], ["-a", "a-", "a b", "a/b", long(64)]],
  ["noStepsBackProblem", ["", "/a", "a/..b", "..."], ["..", "a/../b", "/.."]],
  ["portNameProblem", ["a", "1a", "a-b", long(15)], ["", "80", "A", "a--b", "-a", "a-", "a_b", long(16)]],
  ["qualifiedNameProblem", ["a", "A_b.c", "a.b/C", long(63)], ["", "/a", "a/", "A/b", "a/b/c", "-a", long(64)]],
  ["relaxedDnsSubdomainProblem", ["a", "_tcp.a", "a_b"], ["", "a_", "__a", "a..b", long(254)]],
  ["volumeFilePathProblem", ["", "a/..b", ".a"], ["/a", "../a", "..a", ".."]],
])("%s", ([rule, taken, refused]) => {
  expect(taken.filter((text) => rules[rule](text) !== undefined)).toEqual([]);
  expect(refused.filter((text) => rules[rule](text) === undefined)).toEqual([]);
});
