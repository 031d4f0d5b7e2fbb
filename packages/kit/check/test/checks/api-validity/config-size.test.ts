import { expect, test } from "vitest";
import { configSize } from "../../../src/checks/api-validity/config-size.ts";
import { judge } from "../../judge.ts";
import { changed } from "./objects.ts";

const mebibyte = 1_048_576;
const base64 = (bytes: number): string => Buffer.alloc(bytes).toString("base64");

test("takes a mebibyte of values", () => {
  expect(judge(configSize, changed(["configMap", {}]))).toEqual([]);
  expect(judge(configSize, changed(["configMap", { data: { a: "a".repeat(mebibyte) } }]))).toEqual([]);
  expect(judge(configSize, changed(["configMap", { data: {}, binaryData: { a: base64(mebibyte) } }]))).toEqual([]);
});

test("takes a Secret whose stringData covers its data", () => {
  const fields = { data: { a: base64(mebibyte) }, stringData: { a: "short" } };
  expect(judge(configSize, changed(["secret", fields]))).toEqual([]);
});

test("counts bytes, not characters", () => {
  expect(judge(configSize, changed(["configMap", { data: { a: "é".repeat(mebibyte / 2), b: "a" } }]))).toEqual([
    "error ConfigMap default/x data: the values have 1048577 bytes together, and may have 1048576; split it, or put large files into a volume or an image",
  ]);
});

test("counts what base64 stands for", () => {
  const fields = { data: { a: base64(mebibyte) }, stringData: { b: "a" } };
  expect(judge(configSize, changed(["secret", fields]))).toEqual([
    "error Secret default/x data: the values have 1048577 bytes together, and may have 1048576; split it, or put large files into a volume or an image",
  ]);
});
