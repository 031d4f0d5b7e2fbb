import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { check, noEnvironment, pathText, readManifests, type Finding } from "@kit/check";
import { definePolicy, guaranteedMemory, nonRootUsers } from "@kit/check/policy";
import { locateOnPath, run } from "@kit/programs";
import { kubernetesMinor } from "@kit/schema";
import { goTool } from "../../src/go-tool.ts";
import { pairs, type Own } from "./pairs.ts";

/** What both said of one object by one pair of checks. */
export interface Compared {
  readonly pair: string;
  /** `deployment-test.yaml Deployment/web`. */
  readonly of: string;
  readonly theirs: boolean;
  readonly ours: boolean;
}

/** Those that are off by themselves, there and here, are asked for. */
const optional = ["container-memory-requests-equal-limits", "container-ports-check", "container-seccomp-profile"];
const policy = definePolicy({ packs: [guaranteedMemory(), nonRootUsers({ minimum: 10_000 })] });

/**
 * Judges the manifests that kube-score's own tests judge, by kube-score and by the checks.
 *
 * Of a file with an object of a version that no server takes any more, only `stable-version` is compared: nothing else is
 * said of such an object here.
 */
export async function compareWithKubeScore(): Promise<Compared[]> {
  const { file: program } = await goTool("kube-score", process.env, () => {});
  const directory = join(await moduleDirectory(), "score/testdata");
  const files = readdirSync(directory).filter((name) => name.endsWith(".yaml"));
  const compared = files.map((name) => compareFile(program, directory, name));
  return (await Promise.all(compared)).flat();
}

/** The module itself, which Go downloads where it is not here yet: its tests' files come with it. */
async function moduleDirectory(): Promise<string> {
  const cwd = join(import.meta.dirname, "../../engine/kube-score");
  const args = ["mod", "download", "-json", "github.com/zegl/kube-score"];
  const { stdout } = await run(locateOnPath("go", process.env) ?? "go", args, { cwd, env: process.env });
  return (JSON.parse(stdout) as { Dir: string }).Dir;
}

interface Judged {
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name?: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
  }[];
}

const allOk = 10;

async function compareFile(program: string, directory: string, name: string): Promise<Compared[]> {
  const file = join(directory, name);
  const asked = optional.flatMap((id) => ["--enable-optional-test", id]);
  const args = ["score", "--output-format", "json", "--kubernetes-version", `v${kubernetesMinor}`, ...asked, file];
  const { stdout } = await run(program, args, { cwd: directory, env: process.env });
  const findings = findingsIn(readFileSync(file, "utf8"), name);
  const isOld = findings.some(({ check: id }) => id === "api-version-served");
  // It prints null where it reads nothing.
  return ((JSON.parse(stdout) as Judged[] | null) ?? []).flatMap(({ type_meta: { kind }, object_meta, checks }) =>
    checks.flatMap(({ check: { id: pair }, grade, skipped }): Compared[] => {
      const own = pairs[pair];
      if (own === undefined || skipped || (isOld && pair !== "stable-version")) return [];
      const { name: object = "" } = object_meta;
      const ours = findings.some((finding) => isOf(finding, kind, object) && own.some((one) => isBy(finding, one)));
      return [{ pair, of: `${name} ${kind}/${object}`, theirs: grade < allOk, ours }];
    }),
  );
}

function findingsIn(text: string, where: string): Finding[] {
  const { objects } = readManifests(text, where);
  const layer = { level: "system", policy, where, line: undefined, environments: undefined } as const;
  return check([{ ...noEnvironment, profile: "production", objects, policies: [layer] }], { today: "2026-01-31" });
}

function isOf({ object }: Finding, kind: string, name: string): boolean {
  const [ofKind, of = ""] = object.split(" ");
  return ofKind === kind && of.split("/").at(-1) === name;
}

function isBy({ check: id, path }: Finding, { check: own, at = "" }: Own): boolean {
  if (id !== own) return false;
  const text = pathText(path);
  return at.startsWith("=") ? text === at.slice(1) : text.includes(at);
}
