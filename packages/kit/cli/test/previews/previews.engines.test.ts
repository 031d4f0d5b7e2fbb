// Needs programs that Go builds: `pnpm test:engines` does, and names them in the environment.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { runScript, temporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";
import { applicationOf, deployed, kustomizationOf, type Evaluate, type Request } from "./application-of.ts";
import { previewRepository } from "./preview-repository.ts";
import { renderedPlain, withoutChecksum } from "./rendered-plain.ts";

const requests: readonly Request[] = [
  { number: "7", commit: "c0ffee0123456789abcdef0123456789abcdef01" },
  { number: "1234567", commit: "feedbeef0123456789abcdef0123456789abcdef" },
];

/** Has a text in a ConfigMap that the template engines of both could take for their own, with the number in it. */
function awkward(source: string): string {
  return source.replace(
    /signInUrl: `([^`]*)`/,
    'signInUrl: `$1/?a={{ .b }}{{{ "c" }}&d=<< .e >><<<&f={${number}}&g=<${number}>&h={{${number}}}<<${number}>>`',
  );
}

const evaluator = `package main

import (
	"encoding/json"
	"os"
	"text/template"
)

type request struct{ Template, Left, Right, Number, Commit string }

func main() {
	var r request
	if err := json.NewDecoder(os.Stdin).Decode(&r); err != nil {
		panic(err)
	}
	inputs := func() any { return map[string]any{"id": r.Number, "sha": r.Commit} }
	parsed, err := template.New("").Delims(r.Left, r.Right).Funcs(template.FuncMap{"inputs": inputs}).
		Option("missingkey=error").Parse(r.Template)
	if err != nil {
		panic(err)
	}
	fields := map[string]any{"number": r.Number, "head_sha": r.Commit,
		"head_short_sha": r.Commit[:8], "head_short_sha_7": r.Commit[:7]}
	if err := parsed.Execute(os.Stdout, fields); err != nil {
		panic(err)
	}
}
`;

test("Go's templates and each kustomize make of it what the pull request's own environment renders", async () => {
  using repository = previewRepository(awkward);
  const built = await runScript("build", { cwd: repository.path });
  expect(built).toMatchObject({ exitCode: 0, stderr: "" });
  using program = temporaryDirectory({ "main.go": evaluator, "go.mod": "module evaluate\n\ngo 1.21\n" });
  const evaluate = join(program.path, "evaluate");
  execFileSync(process.env["GO_PROGRAM"]!, ["build", "-o", evaluate, "."], { cwd: program.path });
  const byGo: Evaluate = (text, left, { number, commit }) => {
    if (!text.includes(left)) return text;
    const right = left === "{{" ? "}}" : ">>";
    const input = JSON.stringify({ Template: text, Left: left, Right: right, Number: number, Commit: commit });
    return execFileSync(evaluate, { input, encoding: "utf8" });
  };
  for (const request of requests) {
    const wanted = withoutChecksum(await renderedPlain(request, awkward));
    expect(wanted.some((text) => text.includes("<<<"))).toBe(true);
    for (const engine of [process.env["KUSTOMIZE_PINNED"]!, process.env["KUSTOMIZE_OLDEST"]!]) {
      const kustomize = (folder: string): string =>
        execFileSync(engine, ["build", folder], { cwd: repository.path, encoding: "utf8" });
      for (const made of [applicationOf, kustomizationOf]) {
        const documents = deployed(repository.path, made(repository.path, request, byGo), kustomize);
        expect(withoutChecksum(documents)).toEqual(wanted);
      }
    }
  }
});
