import type { Role } from "@hub/client";
import { ROLES } from "./roles";

/** One of the roles, each with what it may. */
export function RoleChoice({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">Role</legend>
      {ROLES.map((each) => (
        <label key={each.role} className="flex cursor-pointer items-start gap-2">
          <input
            type="radio"
            name="role"
            className="mt-1 accent-(--accent)"
            checked={role === each.role}
            onChange={() => onChange(each.role)}
          />
          <span>
            <span className="font-medium">{each.role}</span>
            <span className="block text-xs text-muted">{each.means}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
