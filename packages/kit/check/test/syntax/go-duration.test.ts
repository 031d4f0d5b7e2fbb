import { expect, test } from "vitest";
import { goDuration } from "../../src/syntax/go-duration.ts";

test.for([
  ["8760h", "8760h0m0s"],
  ["90m", "1h30m0s"],
  ["1h90s", "1h1m30s"],
  ["1.5h", "1h30m0s"],
  ["15m", "15m0s"],
  ["120s", "2m0s"],
  ["59s", "59s"],
  ["360h0m0s", "360h0m0s"],
  ["0s", "0s"],
] as const)("%s is %s", ([written, printed]) => {
  expect(goDuration(written)).toBe(printed);
});

test.for(["", "8760", "1d", "-1h", "500ms", "0.1s", "soon", "1h "])("%s is nothing that it prints", (text) => {
  expect(goDuration(text)).toBeUndefined();
});
