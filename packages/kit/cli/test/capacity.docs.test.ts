import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exampleRepository, repositoryRoot, runScript } from "@kit/testing";
import { expect, test } from "vitest";

test("docs/capacity.md shows what the command prints", async () => {
  using example = exampleRepository();
  const { stdout } = await runScript("capacity", { cwd: example.path });
  expect(readFileSync(join(repositoryRoot, "docs/capacity.md"), "utf8")).toContain(`\`\`\`text\n${stdout}\`\`\`\n`);
});
