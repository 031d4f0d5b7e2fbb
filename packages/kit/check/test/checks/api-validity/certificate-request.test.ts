import { expect, test } from "vitest";
import { certificateRequest } from "../../../src/checks/api-validity/certificate-request.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["certificate-signing-request", "the valid object"],
  ["certificate-signing-request", "a name in upper case"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(certificateRequest, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "certificate-signing-request",
    "no request",
    [
      "error CertificateSigningRequest jane spec.request: the request is not a certificate signing request in PEM; write it as openssl req makes it, in Base64",
    ],
  ],
  [
    "certificate-signing-request",
    "no usages",
    ["error CertificateSigningRequest jane spec.usages: the usages are missing; write them"],
  ],
  [
    "certificate-signing-request",
    "a usage twice",
    [
      'error CertificateSigningRequest jane spec.usages[1]: the usage "client auth" is there before; remove one of them',
    ],
  ],
  [
    "certificate-signing-request",
    "a signerName without slash",
    [
      'error CertificateSigningRequest jane spec.signerName: the signerName "example.com" must be a domain, a slash and a name, as in example.com/signer; correct the signerName',
    ],
  ],
  [
    "certificate-signing-request",
    "a signerName without a dot before the slash",
    [
      'error CertificateSigningRequest jane spec.signerName: the signerName "example/a" must be a domain with at least one dot in the part before the slash; correct the signerName',
    ],
  ],
  [
    "certificate-signing-request",
    "a signerName in upper case",
    [
      'error CertificateSigningRequest jane spec.signerName: the signerName "example.com/Signer" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit in the part after the slash; correct the signerName',
    ],
  ],
  [
    "certificate-signing-request",
    "the legacy signerName",
    [
      'error CertificateSigningRequest jane spec.signerName: the signerName "kubernetes.io/legacy-unknown" is not taken any more; correct the signerName',
    ],
  ],
  [
    "certificate-signing-request",
    "599 expirationSeconds",
    [
      "error CertificateSigningRequest jane spec.expirationSeconds: expirationSeconds is 599, and must be 600 or more; set it to a number that is 600 or more",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(certificateRequest, corpusCase(file, name))).toEqual(findings);
});
