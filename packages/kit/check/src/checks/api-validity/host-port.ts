import { podCheck, type ReportFinding } from "../../define-check.ts";
import { isBarePod } from "../../pods/bare-pod.ts";
import { portProblem } from "../../syntax/port.ts";
import type { ContainerView, PodView } from "../../view/index.ts";

export const hostPort = podCheck({
  id: "host-port",
  group: "api-validity",
  severity: "error",
  title: "a hostPort is out of range, is used twice, or is not the containerPort on the host's network",
  run: (pod, report) => {
    const plain = pod.containers.filter(({ role }) => role === "container");
    const onHost = pod.spec.hostNetwork === true;
    for (const container of pod.containers) judgeNumbers(container, onHost && container.role === "container", report);
    judgeTwice(pod, plain, report);
    // Init containers run one after the other.
    for (const container of pod.containers) if (container.role === "init") judgeTwice(pod, [container], report);
  },
});

function judgeNumbers(
  { container: { ports = [] }, path }: ContainerView,
  onHost: boolean,
  report: ReportFinding,
): void {
  ports.forEach(({ hostPort: number = 0, containerPort = 0 }, index) => {
    const place = [...path, "ports", index, "hostPort"];
    const problem = number === 0 ? undefined : portProblem(number);
    if (problem !== undefined) {
      const message = `hostPort is ${number}, and ${problem}`;
      report({ path: place, message, fix: "set it to a port of the node, or leave it out" });
    } else if (onHost && number !== 0 && number !== containerPort) {
      const message = `hostPort ${number} is not containerPort ${containerPort}, and the pod uses the host's network`;
      report({ path: place, message, fix: "leave hostPort out: with hostNetwork it is containerPort" });
    }
  });
}

function judgeTwice(pod: PodView, containers: readonly ContainerView[], report: ReportFinding): void {
  const taken = new Set<string>();
  // A Pod on the host's network gets the containerPort where it names no hostPort; a template does not.
  const filledIn = pod.spec.hostNetwork === true && isBarePod(pod);
  for (const { container, path } of containers) {
    container.ports?.forEach(({ hostPort: number = 0, containerPort = 0, hostIP = "", protocol = "TCP" }, index) => {
      const used = number === 0 && filledIn ? containerPort : number;
      if (used === 0) return;
      const key = `${protocol}/${hostIP}/${used}`;
      if (taken.has(key)) {
        const message = `the ${protocol} port ${used} of the host is used twice in the pod`;
        const fix = "take another port, or leave hostPort out";
        report({ path: [...path, "ports", index, "hostPort"], message, fix });
      }
      taken.add(key);
    });
  }
}
