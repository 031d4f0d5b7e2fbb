import { expect, test } from "vitest";
import { findKustomize } from "../src/index.ts";
import { compareImages } from "./image-differences.ts";

const batches = process.env["LONG"] === "1" ? 100 : 2;

test("each image is changed by the entries that the real kustomize changes it by", { timeout: 900_000 }, async () => {
  expect(await compareImages(await findKustomize({ env: process.env }), batches)).toBeGreaterThan(100);
});
