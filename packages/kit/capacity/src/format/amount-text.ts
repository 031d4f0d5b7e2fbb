import type { Sum } from "../amounts.ts";

const mebibyte = 1024 * 1024;

/** `900m`: CPU as the specifications write it. */
export function cpuText(milli: number): string {
  return `${milli}m`;
}

/** `1024Mi`: memory as the specifications write it; `≈954Mi` where it is not a whole number of Mi. */
export function memoryText(bytes: number): string {
  return bytes % mebibyte === 0 ? `${bytes / mebibyte}Mi` : `≈${Math.round(bytes / mebibyte)}Mi`;
}

/** Memory as a Kubernetes quantity, exactly. */
export function memoryQuantity(bytes: number): string {
  if (bytes % mebibyte === 0) return `${bytes / mebibyte}Mi`;
  return bytes % 1024 === 0 ? `${bytes / 1024}Ki` : String(bytes);
}

export function amountText(resource: keyof Sum, amount: number): string {
  return resource === "cpu" ? cpuText(amount) : memoryText(amount);
}

/** `60%`; with a decimal where a whole number would hide on which side of the target it is. */
export function percentText(percent: number, target?: number): string {
  const whole = Math.round(percent);
  const hides = target !== undefined && whole <= target && percent > target;
  return Number.isFinite(percent) ? `${hides ? percent : whole}%` : "∞";
}

/** `1 pod`, `2 pods`. */
export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
