export { Webhook, WebhookVerificationError } from "standardwebhooks";
