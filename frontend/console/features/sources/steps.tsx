import { presetOf } from "./presets";

/** What to do at the sender. */
export function Steps({ preset }: { preset: string }) {
  const words = presetOf(preset);
  if (!words) return null;
  return (
    <div>
      <p className="mb-1.5 text-sm font-medium">At {words.title}</p>
      <ol className="flex list-decimal flex-col gap-1 pl-5 text-muted">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}
