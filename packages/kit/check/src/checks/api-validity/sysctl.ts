import { podCheck } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const sysctl = podCheck({
  id: "sysctl",
  group: "api-validity",
  severity: "error",
  title: "a sysctl is invalid, is there twice, or is the host's own",
  run: ({ spec, path }, report) => {
    const taken = new Set<string>();
    spec.securityContext?.sysctls?.forEach(({ name }, index) => {
      const place = [...path, "securityContext", "sysctls", index, "name"];
      judgeText(report, { path: place, what: "the sysctl's name", text: name, problem: sysctlProblem });
      if (name === undefined || name === "") return;
      if (taken.has(name)) {
        const message = `the sysctl ${JSON.stringify(name)} is there twice`;
        report({ path: place, message, fix: "keep one of them" });
      }
      taken.add(name);
      const host = hostNamespace(dotted(name));
      if (host === undefined || spec[host] !== true) return;
      const message = `the sysctl ${JSON.stringify(name)} would be set on the host, whose namespace the pod shares`;
      report({ path: place, message, fix: `leave it out, or set ${host} to false` });
    });
  },
});

const segment = "[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?";
const syntax = new RegExp(String.raw`^(?:${segment}[\./])*${segment}$`);

function sysctlProblem(name: string): string | undefined {
  if (name.length > 253) return "must have at most 253 characters";
  return syntax.test(name) ? undefined : "must consist of lower case letters, digits, hyphens and dots";
}

/** With dots between the parts, where slashes may be: `net/ipv4/tcp_syncookies`. */
function dotted(name: string): string {
  const first = /[./]/.exec(name)?.[0];
  return first === "/" ? name.replace(/[./]/g, (one) => (one === "/" ? "." : "/")) : name;
}

const ofIpc = ["sem", "shmall", "shmmax", "shmmni", "shm_rmid_forced", "shm", "msgmax", "msgmnb", "msgmni", "msg"];

/** The field by which a pod shares what the sysctl is for with the host. */
function hostNamespace(name: string): "hostNetwork" | "hostIPC" | undefined {
  if (name.startsWith("net.")) return "hostNetwork";
  const isIpc = name.startsWith("fs.mqueue.") || ofIpc.some((one) => name === `kernel.${one}`);
  return isIpc ? "hostIPC" : undefined;
}
