/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */

export type Preset = 'standard_webhooks' | 'github' | 'hubspot' | 'shopify' | 'stripe' | 'xero' | 'frappe' | 'espocrm' | 'salesforce' | 'microsoft' | 'hmac' | 'unsigned';