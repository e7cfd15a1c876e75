/* Where each kind of id lives; prefixes as in the API (`job_01h…`). */
const PLACES: Record<string, { noun: string; href: (id: string) => string }> = {
  job: { noun: "job", href: (id) => `/jobs/${id}` },
  ep: { noun: "endpoint", href: (id) => `/endpoints/${id}` },
  dlv: { noun: "delivery", href: (id) => `/deliveries/${id}` },
  evt: { noun: "event", href: (id) => `/deliveries?event_id=${id}` },
  rpl: { noun: "replay", href: (id) => `/replays/${id}` },
  con: { noun: "connection", href: (id) => `/connections/${id}` },
  src: { noun: "source", href: (id) => `/sources/${id}` },
  bat: { noun: "batch", href: (id) => `/jobs?batch_id=${id}` },
  key: { noun: "API key", href: (id) => `/access?key=${id}` },
  op: { noun: "operator", href: (id) => `/access?operator=${id}` },
};

const SHAPE = /^([a-z]+)_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** Where a public id is shown, or null when the text is no id that has a page. */
export function placeOf(text: string): { id: string; noun: string; href: string } | null {
  const id = text.trim();
  const prefix = SHAPE.exec(id)?.[1];
  const place = prefix === undefined ? undefined : PLACES[prefix];
  return place ? { id, noun: place.noun, href: place.href(id) } : null;
}

/** `job_…84sn02q`: enough to tell two apart, its end being the random part. */
export function shortId(id: string): string {
  const [prefix, code] = [id.slice(0, id.indexOf("_")), id.slice(id.indexOf("_") + 1)];
  return code.length > 12 ? `${prefix}_…${code.slice(-7)}` : id;
}
