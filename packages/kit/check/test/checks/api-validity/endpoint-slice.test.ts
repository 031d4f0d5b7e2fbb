import { expect, test } from "vitest";
import { endpointSlice } from "../../../src/checks/api-validity/endpoint-slice.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["api-versions", "the valid object"],
  ["api-versions", "ValidatingAdmissionPolicy"],
  ["endpoint-slice", "the addressType FQDN with an address"],
  ["endpoint-slice", "two ports of two names"],
  ["endpoint-slice", "no protocol"],
  ["endpoint-slice", "a zone with a blank"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(endpointSlice, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "endpoint-slice",
    "an address of IPv6",
    [
      'error EndpointSlice shop/db-1 endpoints[0].addresses[0]: the address "2001:db8::1" must be an IPv4 address; correct the address',
    ],
  ],
  [
    "endpoint-slice",
    "the addressType FQDN in upper case",
    [
      'error EndpointSlice shop/db-1 endpoints[0].addresses[0]: the address "DB.example.com" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the address',
    ],
  ],
  [
    "endpoint-slice",
    "an address of nobody",
    [
      'error EndpointSlice shop/db-1 endpoints[0].addresses[0]: the address "0.0.0.0" must not be the address of nobody; correct the address',
    ],
  ],
  [
    "endpoint-slice",
    "an address of multicast on the link",
    [
      'error EndpointSlice shop/db-1 endpoints[0].addresses[0]: the address "224.0.0.5" must not be a multicast address of the link; correct the address',
    ],
  ],
  [
    "endpoint-slice",
    "an address of IPv4 in IPv6",
    [
      'error EndpointSlice shop/db-1 endpoints[0].addresses[0]: the address "::ffff:10.1.2.3" must not be an IPv4 address inside an IPv6 address; correct the address',
    ],
  ],
  [
    "endpoint-slice",
    "two ports without names",
    ["error EndpointSlice shop/db-1 ports[1].name: another port has no name either; give each port a name of its own"],
  ],
  [
    "endpoint-slice",
    "a port's name in upper case",
    [
      "error EndpointSlice shop/db-1 ports[0].name: the port's name \"Postgres\" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the port's name",
    ],
  ],
  [
    "endpoint-slice",
    "an appProtocol with a blank",
    [
      'error EndpointSlice shop/db-1 ports[0].appProtocol: appProtocol "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct appProtocol',
    ],
  ],
  [
    "endpoint-slice",
    "a hostname with a dot",
    [
      'error EndpointSlice shop/db-1 endpoints[0].hostname: the hostname "db.0" must not contain dots; correct the hostname',
    ],
  ],
  [
    "endpoint-slice",
    "a nodeName in upper case",
    [
      "error EndpointSlice shop/db-1 endpoints[0].nodeName: the node's name \"Node\" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the node's name",
    ],
  ],
  [
    "endpoint-slice",
    "nine hints",
    ["error EndpointSlice shop/db-1 endpoints[0].hints.forZones: 9 are there, and 8 may be; remove some"],
  ],
  [
    "endpoint-slice",
    "a hint of a node in upper case",
    [
      'error EndpointSlice shop/db-1 endpoints[0].hints.forNodes[0].name: the name "Node" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the name',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(endpointSlice, corpusCase(file, name))).toEqual(findings);
});
