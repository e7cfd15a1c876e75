/**
 * Generated from openapi.json by `npm run generate`; not edited by hand.
 */
import type { AuthOut } from './authOut';
import type { CertificateOut } from './certificateOut';

/**
 * An endpoint with what it has not been sent.
 */
export interface EndpointDetail {
  /** @pattern ^ep_[0-7][0-9a-hjkmnp-tv-z]{25}$ */
  id: string;
  url: string;
  description: string;
  event_types: string[];
  filter: string | null;
  channels: string[];
  header_names: string[];
  auth: AuthOut | null;
  client_certificate: CertificateOut | null;
  private_ca: CertificateOut | null;
  owner_email: string;
  alert_channel: string;
  timeout_s: number;
  rate_per_s: number | null;
  max_in_flight: number;
  ordered: boolean;
  retry_schedule_s: number[] | null;
  paused_at: string | null;
  disabled_at: string | null;
  disabled_reason: string;
  /** set once the owner has been warned */
  failing_since: string | null;
  version: number;
  created_at: string;
  updated_at: string;
  /** deliveries kept for when it is resumed */
  held: number;
}
