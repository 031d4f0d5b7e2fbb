import { expect, test } from "vitest";
import { ipAddress } from "../../../src/checks/api-validity/ip-address.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [["ip-address", "the valid object"]];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(ipAddress, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "ip-address",
    "a name of IPv6 in upper case",
    [
      'error IPAddress 2001:DB8::1 metadata.name: the name "2001:DB8::1" must be written as 2001:db8::1; write the address in its short form',
    ],
  ],
  [
    "ip-address",
    "an empty resource",
    ["error IPAddress 10.96.0.20 spec.parentRef.resource: the resource is empty; write the resource"],
  ],
  [
    "ip-address",
    "a resource with a slash",
    [
      'error IPAddress 10.96.0.20 spec.parentRef.resource: the resource "a/b" must not contain / or %; correct the resource',
    ],
  ],
  [
    "ip-address",
    "a name with a slash",
    ['error IPAddress 10.96.0.20 spec.parentRef.name: the name "a/b" must not contain / or %; correct the name'],
  ],
  [
    "ip-address",
    "a namespace with a slash",
    [
      'error IPAddress 10.96.0.20 spec.parentRef.namespace: the namespace "a/b" must not contain / or %; correct the namespace',
    ],
  ],
  [
    "ip-address",
    "a group in upper case",
    [
      'error IPAddress 10.96.0.20 spec.parentRef.group: the group "Gateway" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the group',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(ipAddress, corpusCase(file, name))).toEqual(findings);
});
