import { Webhook } from "@hub/client/webhooks";
import { expect, it } from "vitest";
import { verify } from "./verify";

/* The example of the Standard Webhooks libraries: https://github.com/standard-webhooks/standard-webhooks (libraries/javascript). */
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const signed = {
  prefix: "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.",
  body: '{"test": 2432232314}',
  signatures: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};

it("verifies the standard's example", async () => {
  expect(await verify(SECRET, signed)).toEqual({ kind: "right", scheme: "v1" });
});

it("agrees with the client's signer, also on what is not ASCII", async () => {
  const at = new Date("2026-03-01T12:00:00Z");
  const body = '{"name":"Zoë ✓"}';
  const signatures = new Webhook(SECRET).sign("evt_1", at, body);

  const prefix = `evt_1.${at.getTime() / 1000}.`;
  expect(await verify(SECRET, { prefix, body, signatures: `v1,AAAA ${signatures}` })).toEqual({
    kind: "right",
    scheme: "v1",
  });
});

it("refuses another secret, and a body that was reformatted", async () => {
  expect(await verify("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", signed)).toEqual({ kind: "wrong" });
  expect(await verify(SECRET, { ...signed, body: '{"test":2432232314}' })).toEqual({ kind: "wrong" });
});

it("verifies Ed25519 by its public key", async () => {
  const pair = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const publicKey = `whpk_${base64(await crypto.subtle.exportKey("raw", pair.publicKey))}`;
  const content = new TextEncoder().encode(signed.prefix + signed.body);
  const value = base64(await crypto.subtle.sign("Ed25519", pair.privateKey, content));

  expect(await verify(publicKey, { ...signed, signatures: `v1a,${value}` })).toEqual({
    kind: "right",
    scheme: "v1a",
  });
  expect(await verify(publicKey, signed)).toMatchObject({ kind: "unusable" });
});

it("says what is unusable instead of calling it wrong", async () => {
  expect(await verify("whsk_abcd", signed)).toMatchObject({ kind: "unusable" });
  expect(await verify("not base64!", signed)).toMatchObject({ kind: "unusable" });
});
