/* Standard Webhooks signatures by WebCrypto: nothing leaves the page. Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */

/** What was signed and what was sent. signatures: the `webhook-signature` header, several separated by spaces. */
export type Signed = { prefix: string; body: string; signatures: string };

/** What checking a secret against an attempt says. */
export type Verdict =
  { kind: "right"; scheme: string } | { kind: "wrong" } | { kind: "unusable"; because: string };

/** Whether a secret (`whsec_…`) or public key (`whpk_…`) verifies what was sent. The time is not looked at: it is history. */
export async function verify(secret: string, signed: Signed): Promise<Verdict> {
  const text = secret.trim();
  const content = new TextEncoder().encode(signed.prefix + signed.body);
  const sent = signed.signatures.split(" ").map((each) => each.split(",") as [string, string | undefined]);
  if (text.startsWith("whsk_")) {
    return { kind: "unusable", because: "That is the private key. Paste the public one: whpk_…" };
  }
  const scheme = text.startsWith("whpk_") ? "v1a" : "v1";
  const key = bytesOf(text.replace(/^wh(sec|pk)_/, ""));
  if (key === null || key.length === 0) {
    return { kind: "unusable", because: "A secret is whsec_ or whpk_ followed by base64." };
  }
  const values = sent.filter(([name]) => name === scheme).map(([, value]) => bytesOf(value ?? ""));
  if (values.length === 0) {
    return {
      kind: "unusable",
      because: `This attempt carries no ${scheme} signature, which this kind of secret makes.`,
    };
  }
  try {
    const matches = scheme === "v1" ? await hmac(key, content) : await ed25519(key, content);
    for (const value of values) if (value && (await matches(value))) return { kind: "right", scheme };
  } catch {
    return { kind: "unusable", because: "This browser cannot use this key; it may not support Ed25519." };
  }
  return { kind: "wrong" };
}

type Matches = (signature: Uint8Array<ArrayBuffer>) => Promise<boolean>;

async function hmac(key: Uint8Array<ArrayBuffer>, content: Uint8Array<ArrayBuffer>): Promise<Matches> {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, [
    "verify",
  ]);
  return (signature) => crypto.subtle.verify("HMAC", imported, signature, content);
}

async function ed25519(key: Uint8Array<ArrayBuffer>, content: Uint8Array<ArrayBuffer>): Promise<Matches> {
  const imported = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
  return (signature) => crypto.subtle.verify("Ed25519", imported, signature, content);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
