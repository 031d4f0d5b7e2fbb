import { execFileSync } from "node:child_process";
import { isLongRun, madeSecrets, plainGit, recordFigure, type SecretSample } from "@kit/testing";
import { expect, test } from "vitest";
import { telling, loading, seed } from "./canaries.ts";
import { encodedForms, places, planting, type Canary } from "./canaries-in-objects.ts";
import { planted } from "./planted.ts";

const commands = [
  ...[...loading, ...telling].filter(
    (command) => !/^(?:build|secrets template|set-image|promote|gitops)/.test(command),
  ),
  "drift",
  ...["text", "markdown", "html", "json", "sarif"].map((format) => `review before after --format ${format}`),
  "review before after --all",
];

const sums = { planted: 0, outputs: 0, shown: 0 };
const rounds = isLongRun ? 5 : 1;

test.for(Array.from({ length: rounds }, (_, round) => seed + round))(
  "twelve kinds in twenty places of objects, before and after a change, seed %d",
  { timeout: 600_000 },
  async (own) => {
    using copy = planted();
    const before = canaries(own);
    const after = canaries(own + 1_000);
    for (const [file, text] of planting(before)) {
      copy.write(`generated/rendered/dev/${file}`, text);
      copy.write(`before/${file}`, text);
    }
    const git = (...args: string[]): unknown =>
      execFileSync("git", args, { cwd: copy.path, env: { ...process.env, ...plainGit } });
    git("add", "--all");
    git("commit", "--quiet", "--message", "Before");
    for (const [file, text] of planting(after)) {
      copy.write(`generated/rendered/dev/${file}`, text);
      copy.write(`after/${file}`, text);
    }
    const ran = await copy.run(commands);
    const all = [...before, ...after];
    const traces = copy.traces(ran, all).filter((trace) => !/^(?:\.git\/|before\/|after\/)/.test(trace));
    sums.planted += all.length * places.length;
    sums.outputs += ran.length;
    sums.shown += traces.length;
    recordFigure(
      "docs/leaks.md",
      "canaries in objects: shown",
      `${sums.shown} of ${sums.planted} in ${sums.outputs} outputs`,
    );
    expect(traces).toEqual([]);
    expect([all.length / 2, places.length]).toEqual([12, 20]);
    // They were read, and told; these two refuse what is no definition, and what nobody says where to put.
    const told = ran.filter(({ command }) => !/^(?:crds|vendor) add /.test(command));
    expect(told.filter(({ exitCode }) => exitCode !== 0 && exitCode !== 1)).toEqual([]);
    const review = ran.find(({ command }) => command === "review before after --format html");
    expect(review!.stdout.match(/\*\*\*/g)!.length).toBeGreaterThan(200);
  },
);

/** Twelve kinds, each with a name that tells where it has no shape. */
function canaries(from: number): Canary[] {
  const made = new Map(madeSecrets(from).map((one) => [one.kind, one]));
  const lower = Array.from(
    made
      .get("a fine-grained GitHub token")!
      .secret[0]!.toLowerCase()
      .replaceAll(/[^a-z]/g, ""),
  );
  const password: SecretSample = { kind: "a password in lower case", value: lower.join(""), secret: [lower.join("")] };
  const kinds: readonly [name: string, secret: SecretSample][] = [
    ["GREETING", made.get("a PostgreSQL URL")!],
    ["SESSION_SECRET", made.get("a random key")!],
    ["DB_PASS", password],
    ["GREETING", made.get("an OpenAI key")!],
    ["GREETING", made.get("an AWS access key")!],
    ["AWS_SECRET_ACCESS_KEY", made.get("an AWS secret")!],
    ["GREETING", made.get("a GitHub token")!],
    ["GREETING", made.get("a Slack webhook")!],
    ["GREETING", made.get("a JSON web token")!],
    ["GREETING", made.get("a private key")!],
    ["GREETING", made.get("an Azure key")!],
    ["GREETING", made.get("a Telegram token")!],
  ];
  return kinds.map(([name, one], at) => {
    const canary = { ...one, name: `${name}_${at}` };
    return { ...canary, secret: [...one.secret, ...encodedForms(canary)] };
  });
}
