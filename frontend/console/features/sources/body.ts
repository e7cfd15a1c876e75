/** A request's body as text and, where it is JSON, as a value. */
export type Body = { text: string; json: unknown };

/** What base64 holds, read as UTF-8; json is undefined when it is none. */
export function bodyOf(base64: string): Body {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const text = new TextDecoder().decode(bytes);
  try {
    return { text, json: JSON.parse(text) as unknown };
  } catch {
    return { text, json: undefined };
  }
}
