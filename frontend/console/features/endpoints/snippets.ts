/* Verification by the Standard Webhooks libraries: https://www.standardwebhooks.com. The body is the raw one, before any parsing. */
export const SNIPPETS = [
  {
    id: "typescript",
    label: "TypeScript",
    code: `import { Webhook } from "@hub/client/webhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET!); // whsec_…

export async function POST(request: Request) {
  const body = await request.text();
  const event = webhook.verify(body, Object.fromEntries(request.headers)); // throws: answer 400
  await enqueue(event); // first 2xx, then the work; webhook-id is the same in every try
  return new Response(null, { status: 204 });
}`,
  },
  {
    id: "python",
    label: "Python",
    code: `from standardwebhooks import Webhook  # pip install standardwebhooks

webhook = Webhook(os.environ["WEBHOOK_SECRET"])  # whsec_…


def receive(request):
    event = webhook.verify(request.body, dict(request.headers))  # raises: answer 400
    enqueue(event)  # first 2xx, then the work; webhook-id is the same in every try
    return 204`,
  },
  {
    id: "by-hand",
    label: "By hand",
    code: `signed    = "{webhook-id}.{webhook-timestamp}.{body}"
key       = base64_decode(secret without "whsec_")
signature = "v1," + base64(hmac_sha256(key, signed))

1. webhook-signature holds one or more of these, separated by spaces: one must be equal (compare in constant time).
2. webhook-timestamp must be within five minutes.
3. Remember webhook-id for a while: a retry or replay brings the same one.`,
  },
];
