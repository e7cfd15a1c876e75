import { Button } from "@/components/ui/button";
import { PRESETS, SCOPE_GROUPS, toggled } from "./scopes";

type ScopePickerProps = { scopes: string[]; onChange: (scopes: string[]) => void };

/** What a key may do, by group, each scope with what it means. */
export function ScopePicker({ scopes, onChange }: ScopePickerProps) {
  const everything = scopes.includes("*");
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-sm font-medium">What it may do</span>
        {PRESETS.map((preset) => (
          <Button
            key={preset.name}
            size="small"
            type="button"
            title={preset.means}
            onClick={() => onChange(preset.scopes)}
          >
            {preset.name}
          </Button>
        ))}
      </div>
      <Choice
        name="*"
        means="Everything, also what comes to be later. For an installation’s own tools."
        on={everything}
        onToggle={() => onChange(toggled(scopes, "*"))}
      />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {SCOPE_GROUPS.map((group) => (
          <fieldset
            key={group.name}
            disabled={everything}
            className="flex flex-col gap-1.5 disabled:opacity-50"
          >
            <legend className="mb-1 text-xs font-semibold text-muted">{group.name}</legend>
            {group.scopes.map(({ name, means }) => (
              <Choice
                key={name}
                name={name}
                means={means}
                on={everything || scopes.includes(name)}
                onToggle={() => onChange(toggled(scopes, name))}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}

type ChoiceProps = { name: string; means: string; on: boolean; onToggle: () => void };

function Choice({ name, means, on, onToggle }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer items-start gap-2">
      <input type="checkbox" className="mt-1 accent-(--accent)" checked={on} onChange={onToggle} />
      <span>
        <code className="font-mono text-xs">{name}</code>
        <span className="block text-xs text-muted">{means}</span>
      </span>
    </label>
  );
}
