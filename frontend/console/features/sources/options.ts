/** An object as somebody typed it: its value, or what is wrong. Empty text is an object without fields. */
export function parsedObject(
  text: string,
  needs: string[] = [],
): { value: Record<string, unknown>; error: string | null } {
  let value: unknown = {};
  try {
    if (text.trim()) value = JSON.parse(text);
  } catch {
    return { value: {}, error: "This is not JSON." };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { value: {}, error: 'An object is needed: {"name": value}.' };
  const missing = text.trim() ? needs.filter((name) => !(name in value)) : [];
  return {
    value: value as Record<string, unknown>,
    error: missing.length > 0 ? `Needed: ${missing.join(", ")}.` : null,
  };
}
