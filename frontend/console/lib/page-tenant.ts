/** The header by which a page says whose data it shows: the session is the browser's, and another tab may have changed it. */
export const PAGE_TENANT = "X-Page-Tenant";

/** Code of the console's 409 for a page whose tenant is not the session's. */
export const OTHER_TENANT = "other_tenant";
