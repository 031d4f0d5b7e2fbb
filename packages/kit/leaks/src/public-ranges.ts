import { isEncrypted, isSealed } from "./ciphertext.ts";
import type { Range } from "./secret.ts";
import { alphabet, base64, digits, letters, runEnd, type Steps } from "./steps.ts";

/** What looks like a secret and is for everybody: digests, keys of SSH and age to encrypt for, and what is encrypted. */
export function publicRanges(text: string, declared: readonly string[], steps: Steps): Range[] {
  return [
    ...hinted(text, steps),
    ...sealed(text, steps),
    ...declared.flatMap((value) => occurrences(text, value, steps)),
  ];
}

function hinted(text: string, steps: Steps): Range[] {
  const found: Range[] = [];
  hint.lastIndex = 0;
  steps.count += text.length;
  for (let hit = hint.exec(text); hit !== null; hit = hint.exec(text)) {
    const at = hit.index;
    const start = at + hit[0].length;
    const end =
      hit[0] === "ENC["
        ? encryptedEnd(text, at, start, steps)
        : runEnd(text, start, hit[0] === "arn:" ? inArn : digest, steps);
    if (end > start) found.push({ at, end });
    hint.lastIndex = Math.max(start, end);
  }
  return found;
}

const hint =
  /ENC\[|\barn:(?=aws)|\bh1:|\bsha(?:1|224|256|384|512)[-:]|\b(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-nistp\d{3}|sk-ssh-ed25519@openssh\.com) (?=AAAA)|\bage1(?=[a-z0-9]{20})/g;
const digest = alphabet(`${letters}${digits}+/_=-`);
const inArn = alphabet(`${letters}${digits}+/_=:*.-`);
const encrypted = alphabet(`${letters}${digits}+/=_,:`);

function encryptedEnd(text: string, at: number, start: number, steps: Steps): number {
  const end = runEnd(text, start, encrypted, steps) + 1;
  return isEncrypted(text.slice(at, end)) ? end : start;
}

/** Values that `kubeseal` prints. */
function sealed(text: string, steps: Steps): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < text.length;) {
    let end = runEnd(text, at, base64, steps);
    const start = at;
    at = end + 1;
    if (end - start < shortestSealed) continue;
    while (text[end] === "=") end++;
    if (isSealed(text.slice(start, end))) found.push({ at: start, end });
  }
  return found;
}

const shortestSealed = 360;

function occurrences(text: string, value: string, steps: Steps): Range[] {
  const found: Range[] = [];
  steps.count += text.length;
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
    found.push({ at, end: at + value.length });
  }
  return found;
}
