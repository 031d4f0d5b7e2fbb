import { expect, test } from "vitest";
import { serviceCidr } from "../../../src/checks/api-validity/service-cidr.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [["service-cidr", "the valid object"]];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(serviceCidr, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "service-cidr",
    "no cidrs",
    ["error ServiceCIDR more spec.cidrs: no range is there; write one, such as 10.100.0.0/16"],
  ],
  [
    "service-cidr",
    "two cidrs of one family",
    ["error ServiceCIDR more spec.cidrs: both ranges are of one family; write one of IPv4 and one of IPv6"],
  ],
  [
    "service-cidr",
    "three cidrs",
    ["error ServiceCIDR more spec.cidrs: 3 ranges are there, and two may be; write one of each family"],
  ],
  [
    "service-cidr",
    "an address",
    [
      'error ServiceCIDR more spec.cidrs[0]: the range "10.100.0.0" must be a range such as 10.9.8.0/24 or 2001:db8::/64; correct the range',
    ],
  ],
  [
    "service-cidr",
    "bits beyond the prefix",
    [
      'error ServiceCIDR more spec.cidrs[0]: the range "10.100.0.1/16" must have no bits set beyond the prefix\'s length; correct the range',
    ],
  ],
  [
    "service-cidr",
    "a cidr in upper case",
    [
      'error ServiceCIDR more spec.cidrs[0]: the range "2001:DB8::/64" must be written as 2001:db8::; correct the range',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(serviceCidr, corpusCase(file, name))).toEqual(findings);
});
