import { expect, test } from "vitest";
import { endpoints } from "../../../src/checks/api-validity/endpoints.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["endpoints", "the valid object"],
  ["endpoints", "two ports of one name"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(endpoints, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "endpoints",
    "a subset without any addresses",
    ["error Endpoints shop/db subsets[0]: the subset has no address; write addresses or notReadyAddresses"],
  ],
  [
    "endpoints",
    "an ip that is a name",
    [
      'error Endpoints shop/db subsets[0].addresses[0].ip: the address "db.example.com" must be an IP address such as 10.9.8.7 or 2001:db8::1; correct the address',
    ],
  ],
  [
    "endpoints",
    "an ip of this host",
    [
      'error Endpoints shop/db subsets[0].addresses[0].ip: the address "127.0.0.1" must not be an address of the host itself; correct the address',
    ],
  ],
  [
    "endpoints",
    "an ip of the link",
    [
      'error Endpoints shop/db subsets[0].addresses[0].ip: the address "169.254.169.254" must not be an address of the link; correct the address',
    ],
  ],
  [
    "endpoints",
    "an ip of nobody",
    [
      'error Endpoints shop/db subsets[0].addresses[0].ip: the address "0.0.0.0" must not be the address of nobody; correct the address',
    ],
  ],
  [
    "endpoints",
    "a notReadyAddress that is a name",
    [
      'error Endpoints shop/db subsets[0].notReadyAddresses[0].ip: the address "db" must be an IP address such as 10.9.8.7 or 2001:db8::1; correct the address',
    ],
  ],
  [
    "endpoints",
    "a hostname with a dot",
    [
      'error Endpoints shop/db subsets[0].addresses[0].hostname: the hostname "a.b" must not contain dots; correct the hostname',
    ],
  ],
  [
    "endpoints",
    "a nodeName with an underscore",
    [
      "error Endpoints shop/db subsets[0].addresses[0].nodeName: the node's name \"a_b\" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the node's name",
    ],
  ],
  [
    "endpoints",
    "two ports without names",
    [
      "error Endpoints shop/db subsets[0].ports[0].name: the port's name is missing; write the port's name",
      "error Endpoints shop/db subsets[0].ports[1].name: the port's name is missing; write the port's name",
    ],
  ],
  [
    "endpoints",
    "a port's name in upper case",
    [
      "error Endpoints shop/db subsets[0].ports[0].name: the port's name \"Postgres\" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the port's name",
    ],
  ],
  [
    "endpoints",
    "port 0",
    [
      "error Endpoints shop/db subsets[0].ports[0].port: the port is 0, and must be from 1 to 65535; set it to a number that is from 1 to 65535",
    ],
  ],
  [
    "endpoints",
    "an appProtocol with a blank",
    [
      'error Endpoints shop/db subsets[0].ports[0].appProtocol: appProtocol "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct appProtocol',
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(endpoints, corpusCase(file, name))).toEqual(findings);
});
