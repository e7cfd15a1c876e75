const KEPT = 200;

type Known = { etag: string; body: unknown };

/** The newest answers that had an ETag, by address and by who asked; the oldest go first. */
export class EtagMemory {
  private readonly known = new Map<string, Known>();

  find(url: string, headers: Headers): Known | undefined {
    return this.known.get(keyOf(url, headers));
  }

  keep(url: string, headers: Headers, etag: string | null, body: unknown): void {
    if (!etag) return;
    const key = keyOf(url, headers);
    this.known.delete(key);
    this.known.set(key, { etag, body });
    const oldest = this.known.keys().next();
    if (this.known.size > KEPT && !oldest.done) this.known.delete(oldest.value);
  }
}

// A back end may call for several tenants: one's answer must never be another's.
function keyOf(url: string, headers: Headers): string {
  return `${headers.get("Authorization") ?? ""}\n${headers.get("Cookie") ?? ""}\n${url}`;
}
