import type { Preset } from "@hub/client";

/** A kind of sender: what has to be set there, and where its secret comes from. */
export type PresetWords = {
  preset: Preset;
  title: string;
  /** How it is known who sends. */
  proof: string;
  /** `ours`: the hub makes one; `theirs`: the sender does, once it knows the address; `none`. */
  secret: "ours" | "theirs" | "none";
  /** What to do at the sender, in order. */
  steps: string[];
  /** Options that must be given. */
  needs: string[];
};

/** The presets, as docs/inbound.md has them, with the vendors' own names of pages and fields. */
export const PRESETS: PresetWords[] = [
  {
    preset: "standard_webhooks",
    title: "Standard Webhooks",
    proof: "signature over id, time and body",
    secret: "ours",
    steps: [
      "Enter the address at the sender.",
      "Enter the secret (whsec_…) there, or give the sender’s own here.",
    ],
    needs: [],
  },
  {
    preset: "github",
    title: "GitHub",
    proof: "X-Hub-Signature-256",
    secret: "ours",
    steps: [
      "Repository or organization → Settings → Webhooks → Add webhook.",
      "Payload URL: the address. Content type: application/json.",
      "Secret: the source’s secret. Choose the events.",
    ],
    needs: [],
  },
  {
    preset: "hubspot",
    title: "HubSpot",
    proof: "X-HubSpot-Signature-v3",
    secret: "theirs",
    steps: [
      "Open the app’s webhook settings. Target URL: the address.",
      "Give the app’s client secret to the source (Secrets → Rotate).",
    ],
    needs: [],
  },
  {
    preset: "shopify",
    title: "Shopify",
    proof: "X-Shopify-Hmac-SHA256",
    secret: "theirs",
    steps: [
      "Settings → Notifications → Webhooks, or the app’s subscriptions: enter the address.",
      "Give the signing secret that is shown there, or the app’s client secret, to the source.",
    ],
    needs: [],
  },
  {
    preset: "stripe",
    title: "Stripe",
    proof: "Stripe-Signature",
    secret: "theirs",
    steps: [
      "Developers → Webhooks → Add endpoint: enter the address.",
      "Give the endpoint’s signing secret (whsec_…) to the source.",
    ],
    needs: [],
  },
  {
    preset: "xero",
    title: "Xero",
    proof: "x-xero-signature",
    secret: "theirs",
    steps: [
      "My Apps → Webhooks. Delivery URL: the address.",
      "Give the webhooks key to the source first; then press Send “Intent to receive” there.",
    ],
    needs: [],
  },
  {
    preset: "frappe",
    title: "Frappe, ERPNext",
    proof: "X-Frappe-Webhook-Signature",
    secret: "ours",
    steps: [
      "Integrations → Webhook. Request URL: the address. Request Method: POST.",
      "Enable Security, with the source’s secret.",
      "The body does not say which event it is: make one source for each webhook, with its type.",
    ],
    needs: [],
  },
  {
    preset: "espocrm",
    title: "EspoCRM",
    proof: "Signature",
    secret: "theirs",
    steps: [
      "POST api/v1/Webhook with the event and the address as url.",
      "Its answer has secretKey: give it to the source. Its id is the webhook id here.",
    ],
    needs: [],
  },
  {
    preset: "salesforce",
    title: "Salesforce outbound messages",
    proof: "the organization’s id; the address is the secret",
    secret: "none",
    steps: [
      "Setup → Outbound Messages. Endpoint URL: the address.",
      "Leave Send Session ID off: it is a credential.",
    ],
    needs: ["organization_id"],
  },
  {
    preset: "microsoft",
    title: "Microsoft Graph, Business Central",
    proof: "clientState in each notification",
    secret: "ours",
    steps: [
      "Create the subscription with the address as notificationUrl.",
      "clientState: the source’s secret. The handshake is answered by itself.",
    ],
    needs: [],
  },
  {
    preset: "hmac",
    title: "Any HMAC",
    proof: "a header as the options say",
    secret: "ours",
    steps: ["Enter the address at the sender.", "Enter the secret there, or give the sender’s own here."],
    needs: ["header"],
  },
  {
    preset: "unsigned",
    title: "Unsigned",
    proof: "nothing but the address",
    secret: "none",
    steps: ["Enter the address at the sender. Whoever knows it can send: keep it secret."],
    needs: [],
  },
];

/** The words for a preset. */
export function presetOf(preset: string): PresetWords | undefined {
  return PRESETS.find((each) => each.preset === preset);
}
